using System.Globalization;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Watching;

/// <summary>Draws a snapshot within a terminal's width and height: what matters less is left out where there is no room.</summary>
/// <param name="shop">The shop as it opened.</param>
/// <param name="glyphs">The characters to draw with.</param>
/// <param name="width">The terminal's width.</param>
/// <param name="height">The terminal's height.</param>
internal sealed class SnapshotRenderer(ShopSettings shop, Glyphs glyphs, int width, int height)
{
    private const int WideEnough = 60;
    private const int LongestName = 16;
    private const int LongestNameIfNarrow = 8;
    private const int LowestChart = 3;

    /// <param name="snapshot">The present.</param>
    /// <param name="history">The past.</param>
    /// <param name="selected">The stage that keys change.</param>
    /// <param name="said">The message; empty: a hint what to try next.</param>
    public Rows Draw(ShopSnapshot snapshot, WatchHistory history, int selected, string said)
    {
        var window = new WatchWindow(history, snapshot, snapshot.Moment.Pace ?? shop.Clock.TimeScale, Math.Max(1, width - Dials.NameWidth));
        var dials = new Dials(glyphs, width, snapshot, window);
        var pools = new PoolsNow(shop, snapshot);
        var stages = new StageRows(glyphs, width, Math.Min(shop.Stages.Max(stage => stage.Name.Length), width >= WideEnough ? LongestName : LongestNameIfNarrow));
        var hint = pools.Hint();
        var blank = Line("");

        // The rank says what matters less; 0 is always drawn.
        ScreenPart title = new(0, [Line($"{MeasureTable.Truncate(shop.Name, 24)} {DisplayFormat.Clock(snapshot.Moment.Now)} {Pace(snapshot.Moment)}", WatchColours.Strong)]);
        ScreenPart bars = new(0, [.. dials.Bars()]);
        ScreenPart keys = new(0, [.. Wrapped(WordWrap.Wrap(WatchKey.Help, width).Count() == 1 ? WatchKey.Help : WatchKey.ShortHelp, WatchColours.Faint)]);
        var shown = Visible(selected, height - title.Lines.Count - bars.Lines.Count - keys.Lines.Count);
        // Room for one line per stage; the stages are drawn below, with the lines that are left.
        ScreenPart rows = new(0, [.. Enumerable.Repeat(blank, shown.Count)]);
        // As many lines as most sentences need, so that the rest does not jump.
        var sentence = Wrapped(said.Length > 0 ? said : hint?.Sentence ?? "", said.Length > 0 ? WatchColours.Waiting : Style.Plain).ToList();
        sentence.AddRange(Enumerable.Repeat(blank, Math.Max(0, (width < WideEnough ? 2 : 1) - sentence.Count)));
        ScreenPart chart = new(4, [dials.Sparkline()]);
        var isLow = height < title.Lines.Count + 1 + rows.Lines.Count + bars.Lines.Count + sentence.Count + keys.Lines.Count;
        var parts = ScreenFit.Choose(
            [
                title,
                new(3, [Line(isLow && said.Length > 0 ? said : Counts(snapshot, isLow ? hint?.Keys : null))]),
                new(9, [blank]),
                new(5, [stages.Head()]),
                rows,
                new(10, [blank]),
                new(8, [dials.Scale()]),
                bars,
                chart,
                new(6, [.. Wrapped(pools.Rates(window.SincePools))]),
                new(11, [blank]),
                new(2, isLow ? [] : sentence),
                new(7, [.. Wrapped(Legend(snapshot), WatchColours.Faint)]),
                keys,
            ],
            height);

        var spare = height - parts.Sum(part => part.Lines.Count);
        var lines = Shared(Enumerable.Range(shown.Start, shown.Count).ToDictionary(stage => stage, stage => stages.LinesFor(snapshot.Stages[stage])), spare - LowestChart);
        var drawn = Enumerable.Range(shown.Start, shown.Count).SelectMany(stage =>
            stages.Stage(stage, snapshot.Stages[stage], stage == selected, window.SincePools, pools.ServedPerHour(stage), lines[stage])).ToList();
        spare -= drawn.Count - rows.Lines.Count;
        return new Rows(parts.SelectMany(part => part == rows ? drawn : part == chart && spare >= LowestChart ? dials.Chart(1 + spare) : part.Lines));
    }

    private static string Pace(ShopMoment moment) =>
        moment.IsPaused ? "paused" : moment.Pace is { } pace ? string.Create(CultureInfo.InvariantCulture, $"{pace:0.####}x real time") : "closing";

    private string Legend(ShopSnapshot snapshot) =>
        $"[7] {glyphs.Busy} serves order 7, [>7] > hands it over, [!7] ! is held by it, [ ] {glyphs.Idle} idle{(snapshot.HasBreakdowns ? ", [x] x broken down" : "")}";

    private string Counts(ShopSnapshot snapshot, string? keys)
    {
        var served = $"{DisplayFormat.Count(snapshot.Served)}{(shop.Customers.Orders is { } orders ? $" of {DisplayFormat.Count(orders)}" : "")} served";
        var lost = snapshot.Lost == 0 ? "" : $", {DisplayFormat.Count(snapshot.Lost)} lost";
        var inShop = $", {DisplayFormat.Count(snapshot.InShop)} in the shop";
        return keys is not null ? $"{served}{lost}; try {keys}" : width < WideEnough ? served + lost + inShop : $"{served}{lost}{inShop}, {DisplayFormat.Count(snapshot.PickUpQueue)} waiting for pick-up";
    }

    /// <summary>Gives stages the lines they need, as far as there are more than one for each: to those that need few first.</summary>
    private static Dictionary<int, int> Shared(Dictionary<int, int> needed, int more)
    {
        var lines = new Dictionary<int, int>();
        foreach (var (stage, need) in needed.OrderBy(stage => stage.Value))
        {
            lines[stage] = need - 1 <= more ? need : 1;
            more -= lines[stage] - 1;
        }

        return lines;
    }

    /// <summary>The stages that there is room for, the selected one among them.</summary>
    private (int Start, int Count) Visible(int selected, int room)
    {
        var count = Math.Clamp(room, 1, shop.Stages.Length);
        return (Math.Clamp(selected - (count / 2), 0, shop.Stages.Length - count), count);
    }

    private Paragraph Line(string text, Style? style = null) => new TextLine(width).Add(text, style).Drawn;

    private IEnumerable<IRenderable> Wrapped(string sentence, Style? style = null) => WordWrap.Wrap(sentence, width).Select(text => Line(text, style));
}
