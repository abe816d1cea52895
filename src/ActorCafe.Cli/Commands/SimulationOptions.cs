using System.CommandLine;
using System.Globalization;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary>The validated options of a command that simulates shops.</summary>
internal sealed record SimulationOptions
{
    public required IReadOnlyList<Override> Overrides { get; init; }
    public required int Replications { get; init; }
    public required int Parallel { get; init; }
    public string? Json { get; init; }
    public string? Csv { get; init; }
    public string? Series { get; init; }
    public string? Trace { get; init; }
    public string? Report { get; init; }
    public bool Quiet { get; init; }

    /// <summary>Whether to draw a Gantt chart of the first orders.</summary>
    public bool Lanes { get; init; }

    /// <summary>Whether to print predictions beside measurements.</summary>
    public bool Theory { get; init; }

    /// <summary>Whether to try one more worker at each stage.</summary>
    public bool OneMore { get; init; }

    /// <summary>Target relative half-width of the interval (0.02 = 2 %); null: no target.</summary>
    public double? UntilPrecision { get; init; }

    /// <summary>The level as given; null: <c>akka.loglevel</c> decides.</summary>
    public LogLevel? LogLevel { get; init; }

    private const int FewestForPrecision = 10;

    /// <summary>Whether standard output carries the result as JSON, and nothing else.</summary>
    public bool JsonOnStdout => Json == "-";

    /// <summary>Whether the run is recorded for charts.</summary>
    public bool RecordsRun => Report is not null || (Lanes && PrintsText);

    /// <summary>Whether tables and sentences are printed.</summary>
    public bool PrintsText => !Quiet && !JsonOnStdout;

    /// <exception cref="InputException">An option has a wrong value.</exception>
    public static SimulationOptions Read(ParseResult parse)
    {
        var options = new SimulationOptions
        {
            Overrides = ReadOverrides(parse),
            Replications = Number(parse, SharedOptions.Replications, 1, 1_000_000),
            Parallel = Number(parse, SharedOptions.Parallel, Environment.ProcessorCount, 1024),
            Json = parse.GetValue(SharedOptions.Json),
            Csv = parse.GetValue(SharedOptions.Csv),
            Series = parse.GetValue(SharedOptions.Series),
            Trace = parse.GetValue(SharedOptions.Trace),
            Report = parse.GetValue(SharedOptions.Report),
            Quiet = parse.GetValue(SharedOptions.Quiet),
            Lanes = parse.GetValue(SharedOptions.Lanes),
            Theory = parse.GetValue(SharedOptions.Theory),
            OneMore = parse.GetValue(SharedOptions.OneMore),
            UntilPrecision = Precision(parse),
            LogLevel = ReadLevel(parse),
        };
        if (options.UntilPrecision is not null)
        {
            options = options with { Replications = Math.Max(FewestForPrecision, options.Replications) };
        }

        foreach (var (option, path) in (ReadOnlySpan<(string, string?)>)[("--csv", options.Csv), ("--series", options.Series), ("--trace", options.Trace)])
        {
            if (path == "-")
            {
                throw new InputException(option, "-", "it goes to a file, standard output is for tables and JSON", "name a file");
            }
        }

        return options;
    }

    /// <summary>The overrides of the command line; <c>--set</c> comes last and overrides the others.</summary>
    public static IReadOnlyList<Override> ReadOverrides(ParseResult parse) =>
    [
        .. (parse.GetValue(SharedOptions.Pool) ?? []).Select(text => new Override("--pool", text)),
        .. parse.GetValue(SharedOptions.Seed) is { } seed ? [new Override("--seed", seed)] : Array.Empty<Override>(),
        .. parse.GetValue(SharedOptions.Orders) is { } orders ? [new Override("--orders", orders)] : Array.Empty<Override>(),
        .. (parse.GetValue(SharedOptions.Set) ?? []).Select(text => new Override("--set", text)),
    ];

    /// <summary>Parses a whole number, 1 or more.</summary>
    public static int Number(ParseResult parse, Option<string> option, int otherwise, int largest)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return otherwise;
        }

        var isWhole = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isWhole && number >= 1 && number <= largest
            ? (int)number
            : throw new InputException(option.Name, text, isWhole ? "out of range" : "not a whole number", $"write a whole number from 1 to {largest}");
    }

    private static double? Precision(ParseResult parse)
    {
        if (parse.GetValue(SharedOptions.UntilPrecision) is not { } text)
        {
            return null;
        }

        return text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0.01 and < 100
            ? percent / 100
            : throw new InputException(SharedOptions.UntilPrecision.Name, text, "no percentage, or out of range", "a percentage from 0.01% to below 100%");
    }

    /// <summary>The level given; null if none was.</summary>
    public static LogLevel? ReadLevel(ParseResult parse) => parse.GetValue(SharedOptions.LogLevel) switch
    {
        null => null,
        "verbose" => Logging.LogLevel.Verbose,
        "debug" => Logging.LogLevel.Debug,
        "info" => Logging.LogLevel.Info,
        "warning" => Logging.LogLevel.Warning,
        "error" => Logging.LogLevel.Error,
        "off" => Logging.LogLevel.Off,
        var text => throw new InputException("--log-level", text, "no such level", "one of verbose, debug, info, warning, error, off"),
    };
}
