using Spectre.Console;

namespace ActorCafe.Cli.Tests.Tables;

/// <summary>Captures what would be written to a pipe, without trailing blanks.</summary>
internal static class ConsoleCapture
{
    public static string By(Action<IAnsiConsole> print, int width = 80)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var console = Terminal.For(writer, redirected: true);
        console.Profile.Width = width;
        print(console);
        var lines = writer.ToString().Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.ShouldAllBe(line => line.Length <= width);
        return string.Join('\n', lines);
    }
}
