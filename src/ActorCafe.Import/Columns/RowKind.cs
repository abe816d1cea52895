namespace ActorCafe.Import.Columns;

/// <summary>The kind of a row of an export. Where two columns differ, the later kind wins.</summary>
internal enum RowKind
{
    Sale,

    /// <summary>Taken back.</summary>
    Refund,

    /// <summary>A row beside the items of a receipt: its total, a payment, a service charge.</summary>
    NoItem,
}
