using System.Xml.Linq;
using ActorCafe.Film;
using Microsoft.Playwright;

namespace ActorCafe.Floor.Tests;

/// <summary>The animated picture of README, which ActorCafe.Film makes from the page.</summary>
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
        var end = XDocument.Parse(await FloorFilm.RecordAsync(ColorScheme.Light, from: FloorFilm.Frames - 10));

        end.Descendants(Svg + "animateTransform").ShouldNotBeEmpty();
        foreach (var scheme in new[] { "light", "dark" })
        {
            WordsAtTheEnd(XDocument.Load(Stored(scheme))).ShouldBe(WordsAtTheEnd(end), $"make docs/pictures/floor-{scheme}.svg anew, as docs/floor.md says");
        }
    }

    private static string Stored(string scheme) => Path.Combine(AppContext.BaseDirectory, "pictures", $"floor-{scheme}.svg");

    // Where a line breaks depends on the fonts of the machine.
    private static string WordsAtTheEnd(XDocument film) => string.Join(' ', film.Descendants(Svg + "text")
        .Where(text => text.Attribute("visibility") is null)
        .SelectMany(text => text.Nodes().OfType<XText>().First().Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Order(StringComparer.Ordinal));
}
