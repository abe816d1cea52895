using ActorCafe.Shop;
using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>The characters that a picture is drawn with.</summary>
/// <param name="Order">A waiting order.</param>
/// <param name="Full">The part of a bar or chart that is in service, or in progress.</param>
/// <param name="Light">The part of a bar that could be, and of a chart that is in progress but not in service.</param>
/// <param name="Mean">Marks the mean on a bar.</param>
/// <param name="Levels">Levels from the lowest above 0 to a full cell.</param>
/// <param name="Busy">A worker in service, where each has one cell.</param>
/// <param name="Idle">An idle worker.</param>
internal sealed record Glyphs(char Order, char Full, char Light, char Mean, string Levels, char Busy, char Idle)
{
    // The first of these that is set applies.
    private static readonly string[] Locales = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static Glyphs Plain { get; } = new('o', '#', '.', '|', "_.-=+*%#", '#', '.');

    public static Glyphs Unicode { get; } = new('●', '█', '░', '│', "▁▂▃▄▅▆▇█", '■', '·');

    /// <summary>The characters that a terminal can display.</summary>
    /// <param name="console">The console.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static Glyphs For(IAnsiConsole console, Func<string, string?> variable) =>
        console.Profile.Capabilities.Unicode && (OperatingSystem.IsWindows() || IsUtf8(variable)) && variable("TERM") is not ("linux" or "dumb")
            ? Unicode
            : Plain;

    /// <summary>A worker in one cell.</summary>
    public char Worker(WorkerSnapshot worker) => worker.Activity switch
    {
        WorkerActivity.Serving => Busy,
        WorkerActivity.HandingOver => '>',
        WorkerActivity.Blocked or WorkerActivity.Staying => '!',
        _ => worker.IsDown ? 'x' : Idle,
    };

    // .NET writes UTF-8 by default; the locale says what the terminal reads.
    private static bool IsUtf8(Func<string, string?> variable) =>
        Locales.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
        && locale.Replace("-", "", StringComparison.Ordinal).EndsWith("UTF8", StringComparison.OrdinalIgnoreCase);
}
