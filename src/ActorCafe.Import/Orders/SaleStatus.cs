using ActorCafe.Import.Columns;
using ActorCafe.Import.Times;

namespace ActorCafe.Import.Orders;

/// <summary>Tells sales from refunds and cancelled orders.</summary>
internal static class SaleStatus
{
    // Beginnings of words, folded.
    private static readonly string[] NoSale =
    [
        "refund", "return", "cancel", "void", "storno", "storniert", "erstatt", "retoure", "gutschrift", "rembours", "annul", "reembols", "devol", "anulad", "rimbors", "reso",
    ];

    private static readonly string[] No = ["false", "no", "n", "nein", "non", "falsch", "faux", "falso"];

    /// <summary>Whether a cell says that the row is a sale; null if it is empty.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="text">The cell.</param>
    public static bool? IsSale(string column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var folded = FoldedText.Of(text);
        // Below "Void?" or "Cancelled at" anything but no is a yes.
        return IsNoSale(FoldedText.Of(column)) ? No.Contains(folded) || (NumberText.TryRead(text, out var number) && number == 0) : !IsNoSale(folded);
    }

    private static bool IsNoSale(string folded) => NoSale.Any(word => folded.StartsWith(word, StringComparison.Ordinal));
}
