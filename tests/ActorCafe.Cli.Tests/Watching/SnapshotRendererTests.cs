using System.Text.RegularExpressions;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using Spectre.Console;

namespace ActorCafe.Cli.Tests.Watching;

public sealed partial class SnapshotRendererTests
{
    [Fact]
    public void Eighty_columns_and_24_lines_show_everything() => Draw(SampleSnapshots.Pipeline, 80, 24).ShouldBe("""
        pipeline 1:02:00 60x real time
        38 of 200 served, 142 in the shop, 141 waiting for pick-up

                    queue              workers                        busy   held  max/h
          1 waiter                     [>45]                           50%     0%  180.0
        > 2 grinder ooo 3              [41] [ ] [!40]                  67%     8%  180.0
          3 machine oooooooooooooo 134 [!39]                           75%    25%   80.0

                    0                                        200
        concurrency #################|#############              142, mean 75.2
        parallelism #|                                           1 of 5, mean 2.50
        last 34m    . in progress # in service
                200



                    ....................................................................
                    ....................................................................
                  0 ____________________________________________________________________
        per hour: 90.0 arrive, capacity 80.0 (machine); 36.8 served in the last 34m

        Orders arrive faster than machine can serve them: try 3, then +.
        [7] # serves order 7, [>7] > hands it over, [!7] ! is held by it, [ ] . idle
        up down 1-9 stage, + - worker, space pause, < > pace, q end

        """);

    [Fact]
    public void Nothing_is_lost_in_40_columns_and_12_lines() => Draw(SampleSnapshots.Pipeline, 40, 12).ShouldBe("""
        pipeline 1:02:00 60x real time
        38 of 200 served, 142 in the shop
                    queue     workers       busy
          1 waiter            [>45]          50%
        > 2 grinder ooo 3     #.!            67%
          3 machine ooooo 134 [!39]          75%
        concurrency #####|###     142, mean 75.2
        parallelism |             1, mean 2.50
        in progress =============== last 30m
        Orders arrive faster than machine can
        serve them: try 3, then +.
        1-9 stage, + - worker, space, < >, q

        """);

    [Fact]
    public void Both_dials_have_one_scale()
    {
        var lines = Draw(SampleSnapshots.Pipeline with { InProgress = 20, InService = 5, Stages = [SampleSnapshots.Pipeline.Stages[0] with { Workers = [.. Enumerable.Range(1, 10).Select(number => new WorkerSnapshot(number))] }, .. SampleSnapshots.Pipeline.Stages[1..]] }, 80, 24, isNew: true).Split('\n');

        int Length(string name, char sign) => lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Count(cell => cell == sign);
        Length("concurrency", '#').ShouldBe(44, "20 of 20");
        Length("parallelism", '#').ShouldBe(11, "5 of 20");
        Length("parallelism", '.').ShouldBe(20, "idle, of 14 workers");
    }

    [Fact]
    public void A_high_terminal_is_filled()
    {
        var lines = Draw(SampleSnapshots.Pipeline, 120, 40).TrimEnd('\n').Split('\n');

        lines.Length.ShouldBe(40);
        lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains('.', StringComparison.Ordinal)).ShouldBeGreaterThan(8);
    }

    [Fact]
    public void The_picture_is_never_higher_than_the_terminal()
    {
        foreach (var height in new[] { 6, 8, 12, 20, 24, 40 })
        {
            foreach (var snapshot in new[] { SampleSnapshots.Pipeline, SampleSnapshots.Crowd, SampleSnapshots.Empty })
            {
                Draw(snapshot, 80, height).TrimEnd('\n').Split('\n').Length.ShouldBeLessThanOrEqualTo(height);
            }
        }
    }

    [Fact]
    public void The_selected_stage_is_drawn_even_where_there_is_no_room_for_all()
    {
        Draw(SampleSnapshots.Crowd, 40, 12, selected: 10).ShouldContain("\n>");
        Draw(SampleSnapshots.Crowd, 40, 12, selected: 0).ShouldContain("\n> 1 stage-w");
    }

    [Fact]
    public void A_shop_that_has_not_opened_is_drawn() => Draw(SampleSnapshots.Empty, 80, 24).ShouldStartWith("""
        pipeline 0:00:00 paused
        0 of 200 served, 0 in the shop, 0 waiting for pick-up

        """);

    [Fact]
    public void Workers_without_room_for_their_orders_have_a_sign_each_and_a_crowd_is_counted()
    {
        var stage = SampleSnapshots.Pipeline.Stages[0];
        ShopSnapshot With(int workers) => SampleSnapshots.Pipeline with
        {
            Stages = [stage with { Workers = [new(1, WorkerActivity.Serving, 7), .. Enumerable.Range(2, workers - 1).Select(number => new WorkerSnapshot(number))] }, .. SampleSnapshots.Pipeline.Stages[1..]],
        };

        Draw(With(3), 40, 12).ShouldContain("[7] [ ] [ ]  ");
        Draw(With(12), 40, 12).ShouldContain(" #........... ");
        Draw(With(1000), 40, 12).ShouldContain(" 1 busy");
        Draw(With(1000), 120, 40).ShouldContain(" #......");
    }

    [Fact]
    public void A_message_takes_the_place_of_the_hint_for_a_while()
    {
        Draw(SampleSnapshots.Pipeline, 80, 24, said: "one more worker").ShouldContain("\none more worker\n");
        Draw(SampleSnapshots.Pipeline, 80, 24, said: "one more worker").ShouldNotContain("try ");
        Draw(SampleSnapshots.Pipeline, 80, 24).ShouldContain("try ");
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
                Draw(snapshot, width, 24, glyphs).Split('\n').ShouldAllBe(line => line.GetCellWidth() <= width);
            }
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Nothing_is_told_by_colour_alone(int width)
    {
        var colourful = Draw(SampleSnapshots.Pipeline, width, 24, Glyphs.Unicode, ColorSystemSupport.TrueColor);

        colourful.ShouldContain("\u001b[");
        Codes().Replace(colourful, "").ShouldBe(Draw(SampleSnapshots.Pipeline, width, 24, Glyphs.Unicode));
    }

    [Fact]
    public void Colours_are_those_that_a_light_and_a_dark_theme_both_set()
    {
        var colours = Colours().Matches(Draw(SampleSnapshots.Pipeline, 120, 40, Glyphs.Unicode, ColorSystemSupport.Standard));

        colours.Select(match => match.Groups[1].Value).ShouldAllBe(code => code == "31" || code == "32" || code == "33" || code == "36");
    }

    private static string Draw(
        ShopSnapshot snapshot, int width, int height, Glyphs? glyphs = null, ColorSystemSupport colours = ColorSystemSupport.NoColors, int selected = 1, string said = "", bool isNew = false)
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
        console.Write(new SnapshotRenderer(SampleSnapshots.ShopOf(snapshot), glyphs ?? Glyphs.Plain, width, height)
            .Draw(snapshot, isNew ? new WatchHistory() : SampleSnapshots.Until(snapshot), selected, said));
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex("\u001b\\[[0-9;]*?((?:3|9)[0-9])m")]
    private static partial Regex Colours();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Codes();
}
