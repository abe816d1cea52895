using System.Text;

namespace ActorCafe.OrderBook.Writing;

/// <summary>Values that every database returns exactly as they were written.</summary>
internal static class Storable
{
    // A PostgreSQL index key holds at most 2,700 bytes, and a UTF-16 code unit takes up to 3 of them in UTF-8.
    private const int MaxLength = 512;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Returns the text.</summary>
    /// <exception cref="OrderBookException">It cannot be stored; <paramref name="what"/> names it in the message.</exception>
    public static string Text(string text, string what)
    {
        if (text.Length == 0 && what == "id")
        {
            throw new OrderBookException("An order needs an id.");
        }

        if (text.Length > MaxLength)
        {
            throw new OrderBookException($"The order's {what} has {text.Length} characters; the book takes {MaxLength}.");
        }

        if (text.Contains('\0'))
        {
            throw new OrderBookException($"The order's {what} has a NUL character.");
        }

        try
        {
            _ = Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException e)
        {
            throw new OrderBookException($"The order's {what} has half a character (a lone surrogate).", e);
        }
    }

    /// <summary>Returns the time in UTC, truncated to whole microseconds, the resolution of PostgreSQL.</summary>
    public static DateTimeOffset Time(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Returns the outcome.</summary>
    /// <exception cref="OrderBookException">It is not one of the named outcomes.</exception>
    public static BookedOutcome Outcome(BookedOutcome outcome) => Enum.IsDefined(outcome)
        ? outcome
        : throw new OrderBookException($"An order cannot end as {outcome}: served, rejected or reneged.");
}
