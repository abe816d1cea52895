using ActorCafe.Import.Times;

namespace ActorCafe.Import.Columns;

/// <summary>A column that tells the sale of an item from refunds and from what else a till writes in rows.</summary>
/// <param name="Place">Its number, from 0.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasLines">Whether the till writes a row for each receipt (<c>Sale</c>) as well as one for each item (<c>Sale Line</c>).</param>
internal sealed record StatusColumn(int Place, string Name, bool HasLines)
{
    // Beginnings of words, folded.
    private static readonly string[] Refund =
    [
        "refund", "return", "cancel", "void", "storno", "storniert", "erstatt", "retoure", "gutschrift", "rembours", "annul", "reembols", "devol", "anulad", "rimbors", "reso",
    ];

    private static readonly string[] No = ["false", "no", "n", "nein", "non", "falsch", "faux", "falso"];

    private readonly string _name = FoldedText.Of(Name);

    /// <summary>The column at a place, by its cells in the first rows.</summary>
    public static StatusColumn Of(int place, string name, IEnumerable<string> cells) => new(place, name, cells.Any(IsLine));

    /// <summary>What a cell says that its row is; null if it says nothing.</summary>
    public RowKind? KindOf(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var folded = FoldedText.Of(text);
        if (_name == "service charge")
        {
            // Elsewhere it is an amount.
            return folded is "true" or "yes" ? RowKind.NoItem : null;
        }

        // Below "Void?" or "Cancelled at" anything but no is a yes.
        var isRefund = IsRefund(_name) ? !No.Contains(folded) && !(NumberText.TryRead(text, out var number) && number == 0) : IsRefund(folded);
        return HasLines && !IsLine(text) ? RowKind.NoItem : isRefund ? RowKind.Refund : RowKind.Sale;
    }

    private static bool IsLine(string text) => FoldedText.Of(text) == "sale line";

    private static bool IsRefund(string folded) => Refund.Any(word => folded.StartsWith(word, StringComparison.Ordinal));
}
