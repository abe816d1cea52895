namespace ActorCafe.Import.Columns;

/// <summary>What a column of an export is read for.</summary>
public enum ColumnRole
{
    /// <summary>When the order was placed: a time of day, or a date and a time.</summary>
    Time,

    /// <summary>The date, where it has a column of its own.</summary>
    Date,

    /// <summary>What was ordered.</summary>
    Drink,

    /// <summary>Who ordered: a customer or a receipt.</summary>
    Customer,

    /// <summary>How many of it.</summary>
    Quantity,

    /// <summary>How long the work took.</summary>
    Service,

    /// <summary>Whether the row is a sale: a refund or a cancelled order is none.</summary>
    Status,

    /// <summary>In which shop or at which till.</summary>
    Place,
}
