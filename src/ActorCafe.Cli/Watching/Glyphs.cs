using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>The characters that a picture is drawn with.</summary>
/// <param name="Cup">A waiting order.</param>
/// <param name="Full">The filled part of a bar.</param>
/// <param name="Empty">The rest of it.</param>
/// <param name="Mean">Marks the mean on a bar.</param>
internal sealed record Glyphs(string Cup, char Full, char Empty, char Mean)
{
    // The first of these that is set applies.
    private static readonly string[] Locales = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static Glyphs Plain { get; } = new("c", '#', '-', '|');

    public static Glyphs Unicode { get; } = new("☕", '█', '░', '│');

    /// <summary>The characters that a terminal can display.</summary>
    /// <param name="console">The console.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static Glyphs For(IAnsiConsole console, Func<string, string?> variable) =>
        console.Profile.Capabilities.Unicode && (OperatingSystem.IsWindows() || IsUtf8(variable)) && variable("TERM") is not ("linux" or "dumb")
            ? Unicode
            : Plain;

    // .NET writes UTF-8 by default; the locale says what the terminal reads.
    private static bool IsUtf8(Func<string, string?> variable) =>
        Locales.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
        && locale.Replace("-", "", StringComparison.Ordinal).EndsWith("UTF8", StringComparison.OrdinalIgnoreCase);
}
