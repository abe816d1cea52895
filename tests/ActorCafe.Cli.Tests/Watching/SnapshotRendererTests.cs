using System.Text.RegularExpressions;
using ActorCafe.Cli.Watching;
using Spectre.Console;

namespace ActorCafe.Cli.Tests.Watching;

public sealed partial class SnapshotRendererTests
{
    [Fact]
    public void Eighty_columns_have_room_for_bars_beside_their_figures() => Draw(SampleSnapshots.Pipeline, 80).ShouldBe("""
        pipeline 1:02:03 x 60
        38 of 200 served, 142 in the shop, 141 wait for coffee

                    queue                      workers
          1 waiter                             [>45]
        > 2 grinder ccc 3                      [41] [ ] [!40]
          3 machine cccccccccccccccccccccc 134 [!39]

        concurrency ##################|###############-- 142, mean 75.2, max 150
        parallelism #######-----------|----------------- 1, mean 2.50, max 5

        one worker more
        [7] serves order 7, [>7] hands it over, [!7] is held by it, [ ] idle
        up down 1-9 stage, + - worker, space pause, < > pace, q end

        """);

    [Fact]
    public void Forty_columns_have_bars_below_their_figures() => Draw(SampleSnapshots.Pipeline, 40).ShouldBe("""
        pipeline 1:02:03 x 60
        38 of 200 served, 142 in the shop, 141
        wait for coffee

                    queue      workers
          1 waiter             [>45]
        > 2 grinder ccc 3      [41] [ ] [!40]
          3 machine cccccc 134 [!39]

        concurrency 142, mean 75.2, max 150
        ####################|#################--
        parallelism 1, mean 2.50, max 5
        ########------------|-------------------

        one worker more
        [7] serves order 7, [>7] hands it over,
        [!7] is held by it, [ ] idle
        up down 1-9 stage, + - worker, space
        pause, < > pace, q end

        """);

    [Fact]
    public void A_shop_that_has_not_opened_is_drawn() => Draw(SampleSnapshots.Empty, 80).ShouldStartWith("""
        pipeline 0:00:00 paused
        0 of 200 served, 0 in the shop, 0 wait for coffee

                   queue                       workers
          1 waiter

        concurrency ------------------------------------ 0, mean -, max 0
        """);

    [Fact]
    public void Where_there_is_no_room_for_all_workers_the_others_are_counted()
    {
        var stage = SampleSnapshots.Pipeline.Stages[0] with { Workers = [.. Enumerable.Range(1, 12).Select(number => new WorkerSnapshot(number))] };

        Draw(SampleSnapshots.Pipeline with { Stages = [stage] }, 40).ShouldContain("\n  1 waiter             [ ] [ ] [ ] +9\n");
        Draw(SampleSnapshots.Pipeline with { Stages = [stage with { Workers = stage.Workers[..4] }] }, 40).ShouldContain("[ ] [ ] [ ] [ ]\n");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        foreach (var glyphs in new[] { Glyphs.Plain, Glyphs.Unicode })
        {
            foreach (var snapshot in new[] { SampleSnapshots.Pipeline, SampleSnapshots.Crowd, SampleSnapshots.Empty })
            {
                // A single word may be wider than a very narrow terminal, and is cut off there.
                Draw(snapshot, width, glyphs).Split('\n').ShouldAllBe(line => line.GetCellWidth() <= width);
            }
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Nothing_is_told_by_colour_alone(int width)
    {
        var colourful = Draw(SampleSnapshots.Pipeline, width, Glyphs.Unicode, ColorSystemSupport.TrueColor);

        colourful.ShouldContain("\u001b[");
        Codes().Replace(colourful, "").ShouldBe(Draw(SampleSnapshots.Pipeline, width, Glyphs.Unicode));
    }

    [Fact]
    public void A_cup_is_two_columns_wide() =>
        Draw(SampleSnapshots.Pipeline, 80, Glyphs.Unicode).ShouldContain("\n> 2 grinder ☕☕☕ 3                   [41] [ ] [!40]\n");

    private static string Draw(ShopSnapshot snapshot, int width, Glyphs? glyphs = null, ColorSystemSupport colours = ColorSystemSupport.NoColors)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colours,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Write(new SnapshotRenderer("pipeline", 200, glyphs ?? Glyphs.Plain, width).Draw(snapshot, 1, "one worker more"));
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Codes();
}
