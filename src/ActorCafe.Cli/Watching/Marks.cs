using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>The signs that a picture is drawn with.</summary>
/// <param name="Cup">An order that waits.</param>
/// <param name="Full">The filled part of a bar.</param>
/// <param name="Empty">The rest of it.</param>
/// <param name="Mean">Where its mean is.</param>
internal sealed record Marks(string Cup, char Full, char Empty, char Mean)
{
    // The first of these that is set holds.
    private static readonly string[] Locales = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static Marks Plain { get; } = new("c", '#', '-', '|');

    public static Marks Unicode { get; } = new("☕", '█', '░', '│');

    /// <summary>The signs that a terminal can show.</summary>
    /// <param name="console">The console.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static Marks For(IAnsiConsole console, Func<string, string?> variable) =>
        console.Profile.Capabilities.Unicode && (OperatingSystem.IsWindows() || IsUtf8(variable)) && variable("TERM") is not ("linux" or "dumb")
            ? Unicode
            : Plain;

    // .NET writes UTF-8 where nothing is said: what the terminal reads is told by its locale.
    private static bool IsUtf8(Func<string, string?> variable) =>
        Locales.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
        && locale.Replace("-", "", StringComparison.Ordinal).EndsWith("UTF8", StringComparison.OrdinalIgnoreCase);
}
