using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Configuration.Binding;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration;

/// <summary>A folder of traces, one for each day, as an import writes it.</summary>
/// <param name="Days">The days, by name of file.</param>
/// <param name="Unused">A line for each file that cannot be used, with the reason.</param>
internal sealed record RecordedDays(ImmutableArray<RecordedDay> Days, ImmutableArray<string> Unused)
{
    private const string Option = "--days";
    private const string Remedy = "name a folder of traces, one for each day, as actorcafe import writes it";
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The shop file that an import wrote beside a folder of traces.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string ShopBeside(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(folder) + ".conf";
        return File.Exists(path) ? path : throw new InputException(Option, folder, $"there is no {path} beside it", $"name the shop's file: actorcafe plan FILE {Option} {folder}");
    }

    /// <summary>Reads all traces of a folder. A file named 2024-03-01.csv is a date's; with another name, a day without a date.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shop">The shop, for its menu.</param>
    /// <exception cref="InputException">The folder cannot be read, or none of its files can be used.</exception>
    public static RecordedDays Read(string folder, ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        string[] drinks = [.. shop.Menu.Select(drink => drink.Name)];
        var days = ImmutableArray.CreateBuilder<RecordedDay>();
        var unused = ImmutableArray.CreateBuilder<string>();
        foreach (var file in FilesOf(folder))
        {
            try
            {
                days.Add(Read(file, drinks));
            }
            catch (InputException problem)
            {
                unused.Add(problem.Message);
            }
        }

        return days.Count > 0 ? new(days.ToImmutable(), unused.ToImmutable())
            : throw new InputException(Option, folder, unused.Count == 0 ? "it is empty" : $"no file in it can be used ({unused[0]})", Remedy);
    }

    private static string[] FilesOf(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(Option, folder.Length == 0 ? "(empty)" : folder, File.Exists(folder) ? "it is a file, not a folder" : Directory.Exists(folder) ? "it cannot be read" : "there is no such folder", Remedy);
        }
    }

    private static RecordedDay Read(string file, string[] drinks)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(file, "file", "its name does not end in .csv", "a trace is named 2024-03-01.csv");
        }

        DateOnly? date = DateOnly.TryParseExact(name, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        if (date is null && name.Length == DateFormat.Length && name.All(sign => char.IsAsciiDigit(sign) || sign == '-'))
        {
            throw new InputException(file, "file", $"there is no date {name}", "a trace is named 2024-03-01.csv, year first");
        }

        return new(name, date, ArrivalTraceReader.Read(new(file, Bytes(file)), drinks));
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, "file", "it cannot be read", "make it readable");
        }
    }
}
