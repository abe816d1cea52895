using Microsoft.Playwright;

namespace ActorCafe.Floor.Tests;

/// <summary>A server of shops and a browser that looks at it. Keeps whatever the page should not have done.</summary>
public sealed class FloorBrowser : IAsyncLifetime
{
    private Chromium? _chromium;

    public IBrowser Browser => _chromium!.Browser;

    public async Task InitializeAsync()
    {
        if (Chromium.IsInstalled)
        {
            _chromium = await Chromium.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }
}

/// <summary>A page of the floor.</summary>
public sealed class FloorView : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly PageChecks _checks = new();
    private readonly Uri _floor;

    private FloorView(IBrowserContext context, IPage page, Uri floor) => (_context, Page, _floor) = (context, page, floor);

    public IPage Page { get; }

    /// <param name="floor">The server's page.</param>
    /// <param name="hasClock">Whether the test moves the page's clock.</param>
    public static async Task<FloorView> OpenAsync(IBrowser browser, Uri floor, string link, BrowserNewContextOptions? options = null, bool hasClock = false)
    {
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 950 } });
        var view = new FloorView(context, await context.NewPageAsync(), floor);
        view.Page.SetDefaultTimeout(60_000);
        view._checks.Watch(view.Page, asked => asked.Authority == floor.Authority);
        if (hasClock)
        {
            await view.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        }

        await view.GoAsync(link);
        if (hasClock)
        {
            // From here on the page's time goes by as the test says.
            await view.Page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddHours(1));
        }

        return view;
    }

    /// <summary>The test makes the page complain of this on the console.</summary>
    public void Forgive(params string[] words) => _checks.Forgive(words);

    /// <summary>Follows a link and waits until its shops are there.</summary>
    public async Task GoAsync(string link)
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync($"{_floor}#{link}");
        await Page.Locator(".shop").First.WaitForAsync();
    }

    public ILocator Dial(string shop, string kind) => Page.Locator($"[data-shop='{shop}'] .dial.{kind}");

    public async Task<string> TextAsync(string selector) => await Page.Locator(selector).First.InnerTextAsync();

    public async Task<T> RunAsync<T>(string script) => await Page.EvaluateAsync<T>($"async () => {{ {script} }}");

    /// <summary>Closes the page, which should have caused no error and asked nobody else.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _checks.ShouldBeClean();
    }
}
