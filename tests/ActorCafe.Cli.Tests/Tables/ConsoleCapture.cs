using Spectre.Console;

namespace ActorCafe.Cli.Tests.Tables;

/// <summary>Captures what would be written to a pipe, without trailing blanks.</summary>
internal static class ConsoleCapture
{
    public static string By(Action<IAnsiConsole> print)
    {
        var writer = new StringWriter { NewLine = "\n" };
        print(Terminal.For(writer, redirected: true));
        var lines = writer.ToString().Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.ShouldAllBe(line => line.Length <= 80);
        return string.Join('\n', lines);
    }
}
