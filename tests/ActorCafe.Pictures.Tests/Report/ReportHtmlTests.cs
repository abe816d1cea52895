using System.Xml.Linq;
using ActorCafe.Pictures.Charts;
using ActorCafe.Pictures.Report;

namespace ActorCafe.Pictures.Tests.Report;

public sealed class ReportHtmlTests
{
    [Fact]
    public async Task The_page_is_well_formed_and_needs_nothing_from_elsewhere()
    {
        var html = ReportHtml.Of(await PageAsync());
        var page = XDocument.Parse(html);
        page.Descendants("script").ShouldBeEmpty();
        page.Descendants("link").ShouldBeEmpty();
        page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "srcset")
            .ShouldAllBe(attribute => attribute.Value.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal));
        page.Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldBe(["strips.svg", "strips.png", "progress.svg", "progress.png"]);
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
        html.ShouldNotContain("@import");
    }

    [Fact]
    public async Task Names_are_text_wherever_they_stand()
    {
        var page = XDocument.Parse(ReportHtml.Of(await PageAsync()));
        page.Descendants("title").Single().Value.ShouldBe(RecordedRuns.NastyName);
        page.Descendants("b").ShouldAllBe(name => name.Parent!.Attribute("class")!.Value.StartsWith("stage", StringComparison.Ordinal));
        page.Descendants("h3").Count(name => name.Value == RecordedRuns.NastyName).ShouldBe(2);
        page.Descendants("td").ShouldContain(cell => cell.Value == RecordedRuns.NastyName);
        page.Descendants("p").ShouldContain(sentence => sentence.Value == RecordedRuns.NastyName);
        page.Descendants("img").ShouldAllBe(chart => chart.Attribute("alt")!.Value.Contains(RecordedRuns.NastyName));
    }

    [Fact]
    public async Task A_picture_is_there_for_light_and_dark_and_for_a_narrow_screen()
    {
        var figures = XDocument.Parse(ReportHtml.Of(await PageAsync())).Descendants("figure").ToList();
        Images(figures[0]).ShouldBe([("narrow-screen", "light"), ("narrow-screen", "dark"), ("other-screen", "light"), ("other-screen", "dark")]);
        Images(figures[1]).ShouldBe([(null, "light"), (null, "dark")]);
        figures.Descendants("img").ShouldAllBe(image => (int)image.Attribute("width")! > 0 && (int)image.Attribute("height")! > 0);
    }

    [Fact]
    public async Task A_caption_that_all_pictures_share_stands_there_once()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("pipeline");
        List<ReportFigure> figures = [new(TimeSeriesChart.Progress(shop, "a", shop.Recording.End)), new(TimeSeriesChart.Progress(shop, "b", shop.Recording.End))];
        var html = ReportHtml.Of(await PageAsync() with { Sections = [new("Twice", figures)] });
        html.Split("averaged over a 48th").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_without_a_shop_has_no_structure() =>
        XDocument.Parse(ReportHtml.Of(await PageAsync() with { Structures = [] })).Descendants("h2").ShouldNotContain(heading => heading.Value.StartsWith("Structure", StringComparison.Ordinal));

    [Fact]
    public async Task The_same_page_is_the_same_text()
    {
        var page = await PageAsync();
        ReportHtml.Of(page).ShouldBe(ReportHtml.Of(page));
    }

    private static IEnumerable<(string? Screen, string Theme)> Images(XElement figure) =>
        figure.Descendants("img").Select(image => (image.Parent!.Attribute("class")?.Value, image.Attribute("class")!.Value));

    private static async Task<ReportPage> PageAsync()
    {
        var (essay, _) = await RecordedRuns.EssayAsync("solo");
        var shop = essay.Named(RecordedRuns.NastyName);
        return new ReportPage
        {
            Title = RecordedRuns.NastyName,
            Asked = [new(RecordedRuns.NastyName, ["one", "two"])],
            Tables = [new("table", ["a\nb"], [(RecordedRuns.NastyName, [RecordedRuns.NastyName])]), new("facts", [], [("fact", ["one\ntwo"])])],
            Words = [RecordedRuns.NastyName],
            Structures = [ShopFlowchart.Of(shop.Settings, shop.Result)],
            Sections = [new("Strips", [new(GanttChart.Wide([shop]), GanttChart.Narrow([shop]))]), new("Progress", [new(TimeSeriesChart.Progress(shop, "progress", shop.Recording.End))]), new("None", [])],
            Closing = ["the end"],
        };
    }
}
