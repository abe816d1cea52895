using System.CommandLine;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary>Options shared by several commands. All are read as text; <see cref="SimulationOptions"/> validates them.</summary>
internal static class SharedOptions
{
    public static Option<string[]> Set { get; } = new("--set")
    {
        HelpName = "KEY=VALUE",
        Description = "Set any key to a HOCON value, such as cafe.step.grind.service.mean=30s; repeatable",
    };

    public static Option<string[]> Pool { get; } = new("--pool")
    {
        HelpName = "STAGE=N",
        Description = "Give a stage N workers; repeatable",
    };

    public static Option<string> Seed { get; } = new("--seed")
    {
        HelpName = "N",
        Description = "The seed of every random draw",
    };

    public static Option<string> Orders { get; } = new("--orders")
    {
        HelpName = "N",
        Description = "How many orders are placed",
    };

    public static Option<string> Replications { get; } = new("--replications")
    {
        HelpName = "N",
        Description = "Simulate N times with independent random numbers and average the results (default: 1)",
    };

    public static Option<string> Parallel { get; } = new("--parallel")
    {
        HelpName = "N",
        Description = "How many replications run side by side (default: the number of processors)",
    };

    public static Option<string> Json { get; } = new("--json")
    {
        HelpName = "FILE|-",
        Description = "Write the result as JSON; - writes it, and nothing else, to standard output",
    };

    public static Option<string> Csv { get; } = new("--csv")
    {
        HelpName = "FILE",
        Description = "Write a row per order, with times in seconds; compare puts .SHOP before the extension",
    };

    public static Option<string> Series { get; } = new("--series")
    {
        HelpName = "FILE",
        Description = "Write queues and workers over time as CSV (of the first replication); compare puts .SHOP before the extension",
    };

    public static Option<string> Trace { get; } = new("--trace")
    {
        HelpName = "FILE",
        Description = "Write trace events for Perfetto or chrome://tracing, with a track per worker (of the first replication)",
    };

    public static Option<string> Report { get; } = new("--report")
    {
        HelpName = "DIR",
        Description = "Write a page with pictures (DIR/index.html), and each picture as SVG and PNG (of the first replication); needs some extra runs",
    };

    public static Option<bool> Lanes { get; } = new("--lanes")
    {
        Description = "Draw which worker serves which of the first orders, a line per worker",
    };

    public static Option<bool> Theory { get; } = new("--theory")
    {
        Description = "Show the predictions of queueing theory beside the measurements",
    };

    public static Option<bool> OneMore { get; } = new("--one-more")
    {
        Description = "Simulate again with one more worker at each stage, and show the effect on time in shop and capacity",
    };

    public static Option<string> UntilPrecision { get; } = new("--until-precision")
    {
        HelpName = "P%",
        Description = "Add replications until the interval of the mean time in shop is within P% of the mean",
    };

    public static Option<bool> Quiet { get; } = new("--quiet")
    {
        Description = "Print no table and no text",
    };

    public static Option<string> LogLevel { get; } = new("--log-level")
    {
        HelpName = "LEVEL",
        Description = "Log to standard error: verbose, debug, info, warning, error or off (default: akka.loglevel, or warning)",
    };

    /// <summary>Options that override keys of the files.</summary>
    public static IEnumerable<Option> Changes => [Set, Pool, Seed, Orders];

    /// <summary>Options of commands that simulate shops.</summary>
    public static IEnumerable<Option> Playing => [.. Changes, Replications, Parallel, Json, Csv, Quiet, LogLevel];

    /// <summary><see cref="Playing"/> and <see cref="Theory"/>.</summary>
    public static IEnumerable<Option> PlayingBesideTheory => [.. Playing, Theory];

    /// <summary>Options that record a run or draw it.</summary>
    public static IEnumerable<Option> Recording => [Series, Trace, Report, Lanes];

    /// <summary>The files that together define one shop, the essay's pipeline by default.</summary>
    public static Argument<string[]> OneShopsFiles() =>
        Files("The shop's files; later files override earlier ones (none: the essay's pipeline)");

    /// <summary>Reads the shop that <see cref="OneShopsFiles"/> names.</summary>
    /// <exception cref="InputException">A file or an override is wrong.</exception>
    public static LoadedShop LoadShop(IReadOnlyList<string> files, IReadOnlyList<Override> overrides)
    {
        var shop = LoadShop(files, overrides, cache: null);
        if (shop.Note is { } note)
        {
            Console.Error.WriteLine(note);
        }

        return shop;
    }

    /// <summary>As above for one of several shops, without notes.</summary>
    public static LoadedShop LoadShop(IReadOnlyList<string> files, IReadOnlyList<Override> overrides, DataFileCache? cache) =>
        files.Count == 0 ? ShopFiles.LoadEmbedded("pipeline.conf", overrides, cache) : ShopFiles.Load(files, overrides, cache);

    public static Argument<string[]> Files(string description) => new("FILE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = description,
    };
}
