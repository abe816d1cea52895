using System.Buffers.Binary;
using System.Xml.Linq;
using ActorCafe.Pictures.Charts;
using ActorCafe.Pictures.Sales;
using ActorCafe.Pictures.Studies;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Pictures.Tests.Charts;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Every_picture_is_sound_SVG_that_can_be_read_and_needs_nothing_else()
    {
        foreach (var chart in await AllAsync())
        {
            foreach (var theme in (Theme[])[Theme.Light, Theme.Dark])
            {
                var text = chart.Svg(theme);
                var svg = XDocument.Parse(text).Root!;
                svg.Name.ShouldBe(Svg + "svg");
                svg.Attribute("viewBox")!.Value.ShouldBe($"0 0 {chart.Size.Width} {chart.Size.Height}");
                var words = string.Join(' ', svg.Descendants(Svg + "text").Select(line => line.Value.Trim()));
                words.ShouldContain(chart.Title.Split(' ')[0]);
                svg.Descendants(Svg + "text").ShouldAllBe(line => line.Attribute("font-family")!.Value.StartsWith("Liberation Sans, Arial", StringComparison.Ordinal));
                text.ShouldNotContain("<image");
                text.Split("http").Length.ShouldBe(3, "two namespaces and nothing else");
            }
        }
    }

    [Fact]
    public async Task The_same_picture_is_the_same_text()
    {
        foreach (var chart in await AllAsync())
        {
            chart.Svg(Theme.Light).ShouldBe(chart.Svg(Theme.Light));
        }
    }

    [Fact]
    public async Task A_PNG_has_twice_the_pixels()
    {
        var chart = (await AllAsync())[0];
        var png = chart.Png(Theme.Light);
        png[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(2 * chart.Size.Width);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(2 * chart.Size.Height);
    }

    [Fact]
    public async Task Every_picture_says_what_it_shows_in_words()
    {
        foreach (var chart in await AllAsync())
        {
            chart.Title.Length.ShouldBeInRange(10, 130);
            chart.Alt.ShouldContain(sign => char.IsDigit(sign), chart.Name);
            chart.Caption.ShouldEndWith(".");
        }
    }

    [Fact]
    public async Task Whoever_is_held_is_hatched()
    {
        var (solo, _) = await RecordedRuns.EssayAsync("solo");
        var (pipeline, _) = await RecordedRuns.EssayAsync("pipeline");
        GanttChart.Wide([solo]).Alt.ShouldContain("held for 11m 14s");
        GanttChart.Wide([pipeline]).Alt.ShouldContain("held for 0s");
        Hatches(GanttChart.Wide([solo])).ShouldBeGreaterThan(50);
        Hatches(GanttChart.Wide([pipeline])).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_waiting_and_nothing_happening_can_be_drawn()
    {
        var (shop, _) = await RecordedRuns.ShopAsync("pipeline", "cafe.customers.stop-at=1ms");
        foreach (var chart in (Chart[])[GanttChart.Wide([shop]), TimeSeriesChart.Progress(shop, "a", shop.Recording.End), TimeSeriesChart.Queues(shop, "b", shop.Recording.End)])
        {
            XDocument.Parse(chart.Svg(Theme.Light)).Root!.Name.ShouldBe(Svg + "svg");
        }
    }

    /// <summary>Hour 9 has 30 orders on Monday and 50 on Saturday, when the shop opens an hour later.</summary>
    [Fact]
    public void The_mean_of_an_hour_is_that_of_the_days_that_are_open()
    {
        DayArrivals.Mean([SampleSales.Monday, SampleSales.Saturday]).PerHour.ShouldBe([20, 40, 60]);
        ArrivalsChart.Of([SampleSales.Monday, SampleSales.Saturday], SampleSales.Monday).Title.ShouldBe("Most orders come between 10:00 and 11:00: 60.0 per hour on average");
    }

    /// <summary>A quarter of the times is up to 10 s, by the curve 1 - exp(-1/2) = 39.3 %; before 10 s none is, which is farther.</summary>
    [Fact]
    public void The_largest_distance_is_at_a_measured_time() =>
        ServiceTimesChart.Shares(SampleSales.Times).Title.ShouldBe("0.0% of the times are up to 10.0s, by exponential 39.3%: nowhere do they differ more");

    [Theory]
    [InlineData(1, "The first order of pipeline takes ")]
    [InlineData(3, "The first 3 orders of pipeline take ")]
    [InlineData(20, "The first 12 orders of pipeline take ")]
    public async Task A_title_speaks_of_no_more_orders_than_there_were(int orders, string title)
    {
        var (shop, _) = await RecordedRuns.ShopAsync("pipeline", $"cafe.customers.orders={orders}");
        GanttChart.Wide([shop]).Title.ShouldStartWith(title);
    }

    [Fact]
    public void Colours_stand_out_from_their_background()
    {
        foreach (var theme in (Theme[])[Theme.Light, Theme.Dark])
        {
            theme.Series.ShouldAllBe(colour => Contrast.Of(colour, theme.Background) >= 3, theme.Name);
            theme.Series.ShouldAllBe(colour => Contrast.Of(Contrast.TextOn(colour), colour) >= 4.5, theme.Name);
            Contrast.Of(theme.Ink, theme.Background).ShouldBeGreaterThan(7);
            Contrast.Of(theme.Muted, theme.Background).ShouldBeGreaterThan(4.5);
            Contrast.Of(ScottPlot.Colors.Black, ScottPlot.Colors.White).ShouldBe(21, 1e-9);
            theme.Series.Distinct().Count().ShouldBe(theme.Series.Count);
        }
    }

    private static int Hatches(Chart chart) =>
        XDocument.Parse(chart.Svg(Theme.Light)).Descendants().Count(line => line.Attribute("stroke-width")?.Value == "1.5");

    private static async Task<IReadOnlyList<Chart>> AllAsync()
    {
        var (first, _) = await RecordedRuns.EssayAsync("more-grinders");
        var shop = first.Named(RecordedRuns.NastyName);
        var until = shop.Recording.End;
        return
        [
            GanttChart.Wide([shop, first]),
            GanttChart.Narrow([shop]),
            TimeSeriesChart.Progress(shop, "progress", until),
            TimeSeriesChart.Queues(shop, "queues", until),
            ResponseChart.Of([new(shop.Settings.Name, 60, [new(30, 200, new(180, 220)), new(50, 400, null)], [(10, 100), (55, 900)], true)]),
            SpeedUpChart.Of([new(shop.Settings.Name, "grinder", 2, [(1, 1), (2, 1.3), (3, 1.33)], 4.0 / 3)]),
            RouterChart.Of(new(shop.Settings.Name, "grinder", [("grinder", 2)], 90, 0.8,
                [new("shared-queue-pool", 26, new(25, 27), 26.7, true), new("shortest-queue-pool", 36, null, null, false), new("round-robin-pool", 68, new(60, 75), 68.3, false), new("random-pool", 120, new(110, 130), 120, true)])),
            ArrivalsChart.Of([SampleSales.Monday, SampleSales.Saturday], SampleSales.Saturday),
            ArrivalsChart.Of([SampleSales.Monday], SampleSales.Monday),
            DispersionChart.Of("Orders come in bursts", [new(8, 2.5, 0.6, 1.5), new(9, 0, 0.6, 1.5)], [new(8, 12, 0.1, 3)]),
            ServiceTimesChart.Histogram(SampleSales.Times),
            ServiceTimesChart.Shares(SampleSales.Times),
        ];
    }
}
