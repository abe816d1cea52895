using Spectre.Console;

namespace ActorCafe.Cli;

/// <summary>Where tables and words go.</summary>
internal static class Terminal
{
    private const int PipedWidth = 80;

    public static IAnsiConsole StandardOutput() => For(Console.Out, Console.IsOutputRedirected);

    /// <summary>Into a pipe or file: 80 columns and no escape codes, whatever the environment claims to be.</summary>
    public static IAnsiConsole For(TextWriter writer, bool redirected)
    {
        if (!redirected)
        {
            var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
            return AnsiConsole.Create(new AnsiConsoleSettings
            {
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Out = new AnsiConsoleOutput(writer),
            });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = PipedWidth;
        return console;
    }
}
