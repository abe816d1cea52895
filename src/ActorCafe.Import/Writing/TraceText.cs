using System.Buffers;
using System.Globalization;
using System.Text;
using ActorCafe.Import.Orders;

namespace ActorCafe.Import.Writing;

/// <summary>Writes a day as a trace: the columns time, customer and drink, a row per order.</summary>
public static class TraceText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"");

    /// <param name="sales">The import.</param>
    /// <param name="day">One of its days.</param>
    public static string Of(ImportedSales sales, SalesDay day)
    {
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(day);
        var text = new StringBuilder("time,customer,drink\n");
        foreach (var order in day.Rows)
        {
            for (var copy = 0; copy < order.Quantity; copy++)
            {
                AppendTime(text, order.Time, day.IsPlainSeconds);
                text.Append(',').Append(Field(order.Customer)).Append(',').Append(sales.Menu[order.Drink].Name).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void AppendTime(StringBuilder text, TimeSpan time, bool isPlainSeconds)
    {
        if (isPlainSeconds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(decimal)time.Ticks / TimeSpan.TicksPerSecond}");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm\\:ss}");
        if (time.Ticks % TimeSpan.TicksPerSecond is > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $".{time:FFFFFFF}");
        }
    }

    // A trace has a line per row.
    private static string Field(string text)
    {
        var line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim() : text;
        return line.AsSpan().ContainsAny(Special) ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }
}
