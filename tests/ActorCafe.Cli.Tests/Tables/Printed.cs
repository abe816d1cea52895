using Spectre.Console;

namespace ActorCafe.Cli.Tests.Tables;

/// <summary>What would stand in a pipe, without the blanks at line ends.</summary>
internal static class Printed
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
