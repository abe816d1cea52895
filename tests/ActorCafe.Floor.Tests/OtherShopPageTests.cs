using System.Text.RegularExpressions;
using ActorCafe.Shop.Settings;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Floor.Tests;

/// <summary>The page of a shop that is no café.</summary>
public sealed partial class OtherShopPageTests(FloorBrowser browser) : IClassFixture<FloorBrowser>, IAsyncLifetime
{
    private static readonly ShopSettings Clinic = EssayShops.Load("examples/clinic.conf");

    private FloorServer _floor = null!;

    public async Task InitializeAsync() => _floor = await FloorServer.StartAsync([Clinic, EssayShops.Pipeline], port: 0);

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    [BrowserFact]
    public async Task It_has_no_word_that_only_a_cafe_has()
    {
        foreach (var link in (string[])["page=shops&shops=clinic", "page=shop&shop=clinic"])
        {
            await using var view = await FloorView.OpenAsync(browser.Browser, _floor.Page, $"{link}&play=0&t=36000&order=20");
            await view.Page.Keyboard.PressAsync("t");

            var words = await view.RunAsync<string>("return document.querySelector('main').textContent + document.querySelector('main').outerHTML.replace(/<[^>]*?(aria-label|title)=\"([^\"]*)\"[^>]*>/g, ' $2 ').replace(/<[^>]*>/g, ' ');");

            CafeWords().Matches(words.Replace("pipeline", "", StringComparison.Ordinal)).Select(word => word.Value).ShouldBeEmpty();
        }
    }

    [BrowserFact]
    public async Task Its_orders_are_slips_and_those_of_a_cafe_cups_on_the_floor_and_in_the_legend()
    {
        await using var view = await FloorView.OpenAsync(browser.Browser, _floor.Page, "page=shops&shops=clinic&play=0&t=36000");
        var inLegend = view.Page.Locator(".legend .orders path");
        var served = view.Page.Locator("#lanes .token.seated").First;

        var slip = await inLegend.GetAttributeAsync("d");
        await Expect(served).ToHaveAttributeAsync("d", slip!);
        await view.GoAsync("page=shops&shops=pipeline&play=0&t=600");

        await Expect(served).Not.ToHaveAttributeAsync("d", slip!);
        await Expect(inLegend).ToHaveAttributeAsync("d", (await served.GetAttributeAsync("d"))!);
    }

    [GeneratedRegex(@"\b(coffees?|cups?|baristas?|waiters?|grind\w*|brew\w*|machines?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CafeWords();
}
