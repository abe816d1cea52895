using System.Globalization;
using ActorCafe.Pictures.Recording;
using ActorCafe.Shop;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Draws which worker served which of the first orders: a line per worker, a character per span of time, all shops on one scale.</summary>
internal static class LanesReport
{
    private const int LongestName = 14;
    private const int FewestSigns = 10;
    private const char Held = '░';
    private const char HandingOver = '>';
    private const char Down = 'x';
    private const char Idle = '·';
    private const string Numbers = "123456789abc";

    // The colours of the charts: distinguishable with any kind of colour vision, on dark and light.
    private static readonly Color[] Colours = [Color.DodgerBlue1, Color.DarkOrange, Color.SpringGreen3, Color.Orchid, Color.Gold3, Color.Grey62];

    /// <param name="console">The console, whose whole width is used.</param>
    /// <param name="shops">The shops, at least one.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<RecordedShop> shops)
    {
        var strips = shops.Select(shop => (shop.Settings.Name, Lanes: WorkerLane.Of(shop))).ToList();
        var end = strips.Max(strip => WorkerLane.EndOf(strip.Lanes));
        var names = Math.Min(LongestName, strips.SelectMany(strip => strip.Lanes).Select(lane => lane.Name.Length).DefaultIfEmpty().Max());
        var signs = Math.Max(FewestSigns, console.Profile.Width - names - 1);
        var orders = (int)Math.Clamp(shops.Max(shop => shop.Result.Orders.Arrived), 1, ShopRecording.FirstOrders);
        console.WriteWrapped($"The first {(orders == 1 ? "order" : $"{orders} orders")}{(shops[0].Result.Replications > 1 ? " of the first replication" : "")}; each character is {DisplayFormat.Time(end.TotalSeconds / signs)}. {Numbers[0]} to {Numbers[orders - 1]}: serving that order; {Held}: held by it; {HandingOver}: handing it over;{(strips.Any(strip => strip.Lanes.Any(lane => lane.Spans.Any(span => span.IsDown))) ? $" {Down}: broken down;" : "")} {Idle}: idle.");
        foreach (var (name, lanes) in strips)
        {
            console.WriteLine();
            console.WriteLine($"{MeasureTable.Truncate(name, console.Profile.Width / 2)}: done after {DisplayFormat.Time(WorkerLane.EndOf(lanes).TotalSeconds)}");
            foreach (var lane in lanes)
            {
                Draw(console, MeasureTable.Truncate(lane.Name, names).PadRight(names + 1), lane, end, signs);
            }
        }

        console.WriteLine(Scale(end, names + 1, signs));
    }

    private static void Draw(IAnsiConsole console, string name, WorkerLane lane, TimeSpan end, int signs)
    {
        console.Write(name);
        for (var at = 0; at < signs; at++)
        {
            var span = LongestIn(lane, end * at / signs, end * (at + 1) / signs);
            console.Write(Sign(span).ToString(), span is null or { IsDown: true } ? Style.Plain : new Style(Colours[(int)((span.Order - 1) % Colours.Length)]));
        }

        console.WriteLine();
    }

    private static char Sign(WorkerSpan? span) => span switch
    {
        null => Idle,
        { IsDown: true } => Down,
        { IsHeld: true } => Held,
        { Activity: WorkerActivity.HandingOver } => HandingOver,
        _ => Numbers[(int)span.Order - 1],
    };

    /// <summary>The activity that fills most of a slice of time; null: idle.</summary>
    private static WorkerSpan? LongestIn(WorkerLane lane, TimeSpan from, TimeSpan to)
    {
        var (longest, most, rest) = ((WorkerSpan?)null, TimeSpan.Zero, to - from);
        foreach (var span in lane.Spans)
        {
            var overlap = (span.To < to ? span.To : to) - (span.From > from ? span.From : from);
            if (overlap <= TimeSpan.Zero)
            {
                continue;
            }

            rest -= overlap;
            if (overlap > most)
            {
                (longest, most) = (span, overlap);
            }
        }

        return most >= rest ? longest : null;
    }

    private static string Scale(TimeSpan end, int indent, int signs)
    {
        var last = DisplayFormat.Time(end.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{new string(' ', indent)}0{last.PadLeft(signs - 1)}");
    }
}
