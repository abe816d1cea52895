using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActorCafe.Configuration.Binding;

/// <summary>How a trace is written: its separator, and the positions of its columns.</summary>
/// <param name="Separator">A comma, a semicolon or a tab.</param>
/// <param name="Columns">The number of columns, additional ones included.</param>
/// <param name="Time">The position of the time.</param>
/// <param name="Customer">The position of the customer.</param>
/// <param name="Drink">The position of the drink.</param>
/// <param name="IsHeader">Whether the first row is a header, not an order.</param>
internal sealed record TraceLayout(string Separator, int Columns, int Time, int Customer, int Drink, bool IsHeader)
{
    public const string TryImport = "try actorcafe import";

    private static readonly string[] Separators = [",", ";", "\t"];
    private static readonly string[] Names = ["time", "customer", "drink"];

    /// <summary>The layout that a first row shows: a header that names the columns in any order and case, or an order in the usual one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problem">The problem if it is neither.</param>
    public static TraceLayout? Of(string row, out string problem)
    {
        var fields = Separators.Select(separator => Split(row, separator)).MaxBy(split => split.Fields.Length);
        var places = Names.Select(name => Array.FindIndex(fields.Fields, field => Is(field, name))).ToArray();
        problem = "";
        if (places.All(place => place >= 0))
        {
            problem = Names.FirstOrDefault(name => fields.Fields.Count(field => Is(field, name)) > 1) is { } twice ? $"two columns are named {twice}" : "";
            return problem.Length > 0 ? null : new(fields.Separator, fields.Fields.Length, places[0], places[1], places[2], IsHeader: true);
        }

        var isOrder = fields.Fields[0] is [>= '0' and <= '9' or '-', ..];
        if (isOrder && fields.Fields.Length == Names.Length)
        {
            return new(fields.Separator, Names.Length, 0, 1, 2, IsHeader: false);
        }

        problem = fields.Fields.Length == 1 ? $"neither a comma nor a semicolon nor a tab separates columns in {ErrorText.Shown(row)}"
            : isOrder ? $"there are {fields.Fields.Length} fields and no header"
            : Missing(places, fields.Fields);
        return null;
    }

    private static string Missing(int[] places, string[] fields)
    {
        var missing = Names.Where((_, at) => places[at] < 0).ToArray();
        return $"the header has no column {ErrorText.Or(missing)}, only {ErrorText.Shown(string.Join(", ", fields))}";
    }

    private static (string Separator, string[] Fields) Split(string row, string separator)
    {
        // Wrong quotes are refused when the row itself is read.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, TrimOptions = TrimOptions.Trim, BadDataFound = null };
        using var csv = new CsvParser(new StringReader(row), configuration);
        return (separator, csv.Read() ? csv.Record! : [row]);
    }

    private static bool Is(string field, string name) => field.Equals(name, StringComparison.OrdinalIgnoreCase);
}
