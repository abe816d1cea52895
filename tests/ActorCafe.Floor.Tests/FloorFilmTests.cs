using System.Xml.Linq;
using ActorCafe.Film;
using Microsoft.Playwright;

namespace ActorCafe.Floor.Tests;

/// <summary>The picture of README, animated and still, which ActorCafe.Film makes from the page.</summary>
public sealed class FloorFilmTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Elements = ["svg", "style", "defs", "pattern", "rect", "text", "path", "circle", "line", "animate", "animateTransform"];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void The_film_is_small_and_needs_nothing_but_itself(string scheme)
    {
        new FileInfo(Stored(scheme)).Length.ShouldBeLessThan(1_000_000);
        var film = XDocument.Load(Stored(scheme));

        film.Descendants(Svg + "animateTransform").Count().ShouldBeGreaterThan(200);
        film.Descendants().Select(element => element.Name.LocalName).ShouldBeSubsetOf(Elements);
        film.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_film_ends_as_the_page_does()
    {
        var (film, still) = await FloorFilm.RecordAsync(ColorScheme.Light, from: FloorFilm.Frames - 10);
        var end = WordsAtTheEnd(XDocument.Parse(film));

        XDocument.Parse(film).Descendants(Svg + "animateTransform").ShouldNotBeEmpty();
        WordsAtTheEnd(XDocument.Parse(still)).ShouldBe(end);
        foreach (var picture in new[] { "light", "dark", "light-still", "dark-still" })
        {
            WordsAtTheEnd(XDocument.Load(Stored(picture))).ShouldBe(end, $"make docs/pictures/floor-{picture}.svg anew, as docs/floor.md says");
        }
    }

    [BrowserFact]
    public async Task Readers_who_ask_for_less_motion_see_the_end_of_the_film()
    {
        await using var chromium = await Chromium.StartAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chromium.Browser.NewPageAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetContentAsync(Picture());

            var shown = await page.EvaluateAsync<string>("document.querySelector('img').currentSrc || document.querySelector('img').src");

            shown.ShouldEndWith(scheme == ColorScheme.Dark ? "floor-dark-still.svg" : "floor-light-still.svg");
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void A_still_picture_does_not_move(string scheme) =>
        XDocument.Load(Stored($"{scheme}-still")).Descendants().Select(element => element.Name.LocalName).ShouldNotContain(name => name.StartsWith("animate", StringComparison.Ordinal));

    // The picture of README, with addresses that lead nowhere: which one the browser chooses is what counts.
    private static string Picture()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pictures", "README.md"));
        return $"<base href=\"http://localhost:9/\">{readme[readme.IndexOf("<picture>", StringComparison.Ordinal)..readme.IndexOf("</picture>", StringComparison.Ordinal)]}";
    }

    private static string Stored(string scheme) => Path.Combine(AppContext.BaseDirectory, "pictures", $"floor-{scheme}.svg");

    // Where a line breaks depends on the fonts of the machine.
    private static string WordsAtTheEnd(XDocument film) => string.Join(' ', film.Descendants(Svg + "text")
        .Where(text => text.Attribute("visibility") is null)
        .SelectMany(text => text.Nodes().OfType<XText>().First().Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Order(StringComparer.Ordinal));
}
