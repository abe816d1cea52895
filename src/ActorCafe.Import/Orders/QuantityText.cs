using ActorCafe.Import.Times;

namespace ActorCafe.Import.Orders;

/// <summary>Reads quantities: whole numbers, also written as 2.0; what is sold by weight is one order.</summary>
internal static class QuantityText
{
    private const int Most = 10_000;

    /// <summary>Reads a quantity, 1 if the text is empty; returns the problem if there is nothing to order.</summary>
    public static string? Problem(string text, out int quantity)
    {
        quantity = 1;
        if (text.Length == 0)
        {
            return null;
        }

        if (!NumberText.TryRead(text, out var number))
        {
            return "the quantity is not a number";
        }

        if (number is <= 0 or > Most)
        {
            return number <= 0 ? "the quantity is 0 or less" : $"the quantity is above {Most}";
        }

        quantity = number == decimal.Truncate(number) ? (int)number : 1;
        return null;
    }
}
