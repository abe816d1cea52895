namespace ActorCafe.Import.Columns;

/// <summary>What a row of an export stands for; the later ones prevail where two columns differ.</summary>
internal enum RowKind
{
    Sale,

    /// <summary>Taken back.</summary>
    Refund,

    /// <summary>A row beside the items of a receipt: its total, a payment, a service charge.</summary>
    NoItem,
}
