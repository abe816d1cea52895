using System.Globalization;

namespace ActorCafe.Import.Times;

/// <summary>Reads numbers with a decimal point or a decimal comma.</summary>
internal static class NumberText
{
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        return text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] is '.' or ',')
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }
}
