using System.Text;

namespace ActorCafe.Cluster.Book.Writing;

/// <summary>Text that every database gives back as it was.</summary>
internal static class Text
{
    // PostgreSQL's index takes no key above 2,700 bytes, and a character may be 3 of them.
    private const int MaxLength = 512;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text, if it can be stored.</summary>
    public static string Storable(string text, string what)
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
}
