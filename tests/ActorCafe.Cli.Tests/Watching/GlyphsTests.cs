using System.Text;
using ActorCafe.Cli.Watching;
using Spectre.Console;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class GlyphsTests
{
    [Theory]
    [InlineData("LANG=en_US.UTF-8", true)]
    [InlineData("LANG=C.utf8", true)]
    [InlineData("LANG=C", false)]
    [InlineData("LANG=en_US.UTF-8 LC_ALL=C", false)]
    [InlineData("LANG=C LC_CTYPE=de_DE.UTF-8", true)]
    [InlineData("LANG=en_US.UTF-8 TERM=linux", false)]
    [InlineData("", false)]
    public void Blocks_are_drawn_where_the_terminal_can_show_them(string variables, bool canShow)
    {
        var environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(new StringWriter()) });
        console.Profile.Encoding = Encoding.UTF8;
        console.Profile.Capabilities.Unicode = true;

        Glyphs.For(console, environment.GetValueOrDefault).ShouldBe(canShow || OperatingSystem.IsWindows() ? Glyphs.Unicode : Glyphs.Plain);

        console.Profile.Capabilities.Unicode = false;
        Glyphs.For(console, environment.GetValueOrDefault).ShouldBe(Glyphs.Plain);
    }
}
