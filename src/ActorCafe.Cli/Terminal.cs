using Spectre.Console;

namespace ActorCafe.Cli;

/// <summary>Creates the consoles that tables and text are written to.</summary>
internal static class Terminal
{
    private const int PipedWidth = 80;

    /// <summary>The columns of standard output.</summary>
    public static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? PipedWidth : Console.WindowWidth;

    public static IAnsiConsole StandardOutput() => For(Console.Out, Console.IsOutputRedirected);

    /// <summary>For pipes and files: 80 columns and no escape codes, whatever the environment claims.</summary>
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

/// <summary>Wraps sentences at the width of the console.</summary>
internal static class WordWrap
{
    /// <summary>Writes a sentence in lines of the console's width, without trailing blanks. All lines have the indentation of the first.</summary>
    public static void WriteWrapped(this IAnsiConsole console, string sentence)
    {
        var text = sentence.TrimStart(' ');
        var indent = sentence.Length - text.Length;
        foreach (var line in Wrap(text, console.Profile.Width - indent))
        {
            console.WriteLine(line.Length == 0 ? line : new string(' ', indent) + line);
        }
    }

    internal static IEnumerable<string> Wrap(string sentence, int width)
    {
        var line = "";
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
