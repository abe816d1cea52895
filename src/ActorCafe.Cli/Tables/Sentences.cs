using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Plain words under a table.</summary>
internal static class Sentences
{
    /// <summary>Writes a sentence in lines of the console's width, with no blanks at their ends.</summary>
    public static void Say(this IAnsiConsole console, string sentence)
    {
        foreach (var line in Wrap(sentence, console.Profile.Width))
        {
            console.WriteLine(line);
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
