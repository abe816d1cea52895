using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>The page of <c>cluster --floor</c> in a real browser, with a real cluster of processes.</summary>
[Collection(SequentialProcesses.OneAfterTheOther)]
public sealed partial class ClusterFloorPageTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PageChecks _checks = new();

    [BrowserFact]
    public async Task Machines_of_a_node_killed_on_the_page_move_and_a_page_that_was_hidden_misses_nothing()
    {
        using var cafe = LiveCluster.Start(_folder);
        var address = await LiveCluster.FloorOfAsync(cafe);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.Browser.NewPageAsync();
        _checks.Watch(page, url => url.Authority == address.Authority);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(address.AbsoluteUri);
        var (nodes, happened) = (page.Locator(".roles"), page.Locator(".events"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Kill machine node 1" }).WaitForAsync();
        await Expect(nodes.Locator("[aria-label=Machine] .chip")).ToHaveCountAsync(4);

        await page.GetByLabel("Orders per second").FillAsync("5");
        await page.GetByLabel("Orders per second").PressAsync("Enter");
        await Expect(page.Locator(".chip.serving").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Kill machine node 1" }).ClickAsync();
        await Expect(happened).ToContainTextAsync(Moved());
        await Expect(nodes.Locator("[aria-label='Machine'] .node", new() { HasText = "machine node 2" }).Locator(".chip")).ToHaveCountAsync(4);

        // A hidden page closes its stream. Meanwhile the cluster goes on.
        var before = await AcceptedAsync(page);
        await SetHiddenAsync(page, true);
        using var client = new HttpClient { BaseAddress = address };
        using var live = await LiveCluster.OpenAsync(client);
        await live.UntilAsync(() => live.Served >= before + 20);
        (await AcceptedAsync(page)).ShouldBeLessThan(before + 20);
        await SetHiddenAsync(page, false);
        await Expect(Counter(page, "accepted")).Not.ToHaveTextAsync($"accepted {before:N0}");
        await page.GetByLabel("Orders per second").FillAsync("0");
        await page.GetByLabel("Orders per second").PressAsync("Enter");
        await Expect(page.Locator(".dial.orders b")).ToHaveTextAsync("0");

        // The page has seen every order of this book, so the orders that it has seen leave are those that the book has served.
        var accepted = await AcceptedAsync(page);
        accepted.ShouldBeGreaterThan(before);
        await Expect(Counter(page, "served")).ToHaveTextAsync($"served {accepted:N0}");
        await Expect(page.Locator(".about")).ToContainTextAsync($"{accepted} served since");
        await Expect(Counter(page, "second coffees")).ToHaveTextAsync("second coffees 0");
        asked.ShouldContain(url => url.Contains("/floor/facts?run=", StringComparison.Ordinal));
        // The page is there before the front.
        _checks.Forgive("503");
        _checks.ShouldBeClean();
    }

    public void Dispose() => _folder.Dispose();

    private static ILocator Counter(IPage page, string name) => page.Locator(".counters li", new() { HasText = name });

    private static async Task<int> AcceptedAsync(IPage page) =>
        int.Parse((await Counter(page, "accepted").Locator("b").InnerTextAsync()).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static async Task SetHiddenAsync(IPage page, bool isHidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", isHidden);

    [GeneratedRegex("running again, on machine node 2, [0-9]+\\.[0-9] s after machine node 1 was killed\\.")]
    private static partial Regex Moved();
}
