using ActorCafe.Cli.Tests.Processes;
using Microsoft.Playwright;

namespace ActorCafe.Cli.Tests.Reporting;

/// <summary>A report, and a browser to look at it. Made once for all tests of a class.</summary>
public abstract class BrowsedReport(params string[] command) : IAsyncLifetime
{
    private Chromium? _chromium;

    public TempFolder Folder { get; } = new();

    public IBrowser Browser => _chromium!.Browser;

    public string Page => new Uri(Folder.File("r/index.html")).AbsoluteUri;

    public async Task InitializeAsync()
    {
        if (Chromium.IsInstalled)
        {
            (await CafeProcess.RunAsync(Folder, [.. command, "--report", "r", "--quiet"])).ShouldBe((0, "", ""));
            _chromium = await Chromium.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        Folder.Dispose();
    }
}
