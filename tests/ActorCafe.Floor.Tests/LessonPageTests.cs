using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Floor.Tests;

/// <summary>The lesson in a real browser, as somebody goes through it.</summary>
public sealed class LessonPageTests(FloorBrowser browser) : IClassFixture<FloorBrowser>, IAsyncLifetime
{
    private const string NoStorage = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });";

    private FloorServer _floor = null!;

    public async Task InitializeAsync() => _floor = await FloorServer.StartAsync(EssayShops.All, port: 0, new LessonPlannerStub());

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    [BrowserFact]
    public async Task One_lands_on_the_lesson_where_there_is_one()
    {
        await using var view = await OpenAsync("");
        await using var other = await FloorServer.StartAsync(EssayShops.All, port: 0);
        await using var without = await FloorView.OpenAsync(browser.Browser, other.Page, "page=lesson&scene=3");

        await Expect(view.Page.GetByRole(AriaRole.Link, new() { Name = "Lesson" })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(view.Page.Locator("h2").First).ToHaveTextAsync("1. One does it all");
        await Expect(without.Page.GetByRole(AriaRole.Link, new() { Name = "Five shops" })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(without.Page.GetByRole(AriaRole.Link, new() { Name = "Lesson" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_whole_lesson_needs_nothing_but_a_keyboard()
    {
        await using var view = await OpenAsync("page=lesson");
        var keys = view.Page.Keyboard;
        string[] bets = ["1", "3", "2", "3"];
        string[] verdicts = ["Only one of them. Right.", "twice as many. Right.", "about as many as duplicated. Right.", "Before the machine. Right."];

        for (var scene = 1; scene <= 4; scene++)
        {
            await ExpectStepAsync(view, $"{scene} of 5", "Open the door");
            await keys.PressAsync(bets[scene - 1]);
            await keys.PressAsync("Enter");
            await ExpectStepAsync(view, $"{scene} of 5", "Result");
            await keys.PressAsync("Enter");
            await Expect(view.Page.Locator(".verdict")).ToContainTextAsync(verdicts[scene - 1]);
            await keys.PressAsync("Enter");
        }

        await ExpectStepAsync(view, "5 of 5", "Open the door");
        await view.Page.GetByRole(AriaRole.Slider, new() { Name = "Orders in progress on average" }).FocusAsync();
        await keys.PressAsync("Home");
        for (var press = 0; press < 8; press++)
        {
            await keys.PressAsync("ArrowRight");
        }

        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await Expect(view.Page.Locator(".verdict")).ToHaveTextAsync("You drew 4; measured: 3.95. Close.");
        await keys.PressAsync("Enter");
        await ExpectStepAsync(view, "Puzzle", "Open the door");
        foreach (var key in (IEnumerable<string>)["2", "+", "+", "3", "+", "+"])
        {
            await keys.PressAsync(key);
        }

        await Expect(view.Page.Locator(".cost b")).ToHaveTextAsync("72.0");
        await keys.PressAsync("Enter");
        await ExpectStepAsync(view, "Puzzle", "Result");
        await keys.PressAsync("Enter");
        await Expect(view.Page.Locator(".verdict")).ToHaveTextAsync(new Regex("^Right: 95 % left within 5m "));
        await keys.PressAsync("Enter");
        await Expect(view.Page).ToHaveURLAsync(new Regex("#page=shops&"));
    }

    [BrowserFact]
    public async Task The_door_opens_slowly_and_the_end_comes_by_itself()
    {
        await using var view = await OpenAsync("page=lesson&scene=3");

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Tell me" }).ClickAsync();
        await view.Page.Clock.RunForAsync(5000);
        await Expect(view.Page.Locator("#pace")).ToHaveTextAsync("1.5 min");
        await Expect(view.Page.Locator("[data-shop='pipeline'] .token[data-order]")).Not.ToHaveCountAsync(0);
        await ExpectStepAsync(view, "3 of 5", "Result");
        await view.Page.Clock.RunForAsync(20_000);

        await ExpectStepAsync(view, "3 of 5", "Next");
        await Expect(view.Page.Locator(".verdict")).ToHaveTextAsync("No bet.");
    }

    [BrowserFact]
    public async Task Everything_can_be_skipped()
    {
        await using var view = await OpenAsync("page=lesson");
        var next = view.Page.GetByRole(AriaRole.Button, new() { Name = "The next scene" });

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Open the door" }).ClickAsync();
        await Expect(view.Page.Locator("#trouble")).ToHaveTextAsync("Place a bet first, or choose Tell me.");
        foreach (var title in (IEnumerable<string>)["2. Twice the staff", "3. Cut the work", "4. A second grinder", "5. A second machine", "Yours"])
        {
            await next.ClickAsync();
            await Expect(view.Page.Locator("h2").First).ToHaveTextAsync(title);
        }

        await Expect(view.Page.Locator("#trouble")).ToHaveTextAsync("");
        await Expect(next).ToBeDisabledAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Tell me" }).ClickAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Result" }).ClickAsync();
        await Expect(view.Page.Locator(".bars")).ToHaveTextAsync("plan72.0 per hour: 1 + 3 + 3");
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "2. Twice the staff" }).ClickAsync();
        await ExpectStepAsync(view, "2 of 5", "Open the door");
    }

    [BrowserFact]
    public async Task Bets_survive_a_reload_and_the_browsers_back_button()
    {
        await using var view = await OpenAsync("page=lesson&scene=2");
        var twice = view.Page.GetByLabel("twice as many");

        await twice.CheckAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Open the door" }).ClickAsync();
        await view.Page.ReloadAsync();
        await ExpectStepAsync(view, "2 of 5", "Result");
        await Expect(view.Page.Locator(".answer")).ToContainTextAsync("Your bet: 57.6: twice as many.");
        await view.Page.GoBackAsync();

        await ExpectStepAsync(view, "2 of 5", "Open the door");
        await Expect(twice).ToBeCheckedAsync();
    }

    [BrowserFact]
    public async Task The_result_is_shown_at_the_end_even_if_it_loads_slowly_while_the_floor_plays()
    {
        await using var view = await OpenAsync("page=lesson&scene=1");
        var isAsked = new TaskCompletionSource();
        var mayLoad = new TaskCompletionSource();
        await view.Page.RouteAsync("**/outcome.js", async route =>
        {
            isAsked.TrySetResult();
            await mayLoad.Task;
            await route.ContinueAsync();
        });
        await view.Page.GetByLabel("Both of them").CheckAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Open the door" }).ClickAsync();
        await ExpectStepAsync(view, "1 of 5", "Result");

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Result" }).ClickAsync();
        await isAsked.Task;
        await view.Page.Clock.RunForAsync(2000);
        mayLoad.SetResult();

        await ExpectStepAsync(view, "1 of 5", "Next");
        (await view.RunAsync<bool>("const scrub = document.getElementById('scrub'); return scrub.value === scrub.max")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task A_link_is_followed_even_if_the_page_writes_its_own_before_it_learns_of_that()
    {
        await using var view = await OpenAsync("page=lesson&scene=2");

        await view.RunAsync<object>("const own = location.hash; location.hash = '#page=lesson&scene=3'; history.replaceState(null, '', own);");

        await ExpectStepAsync(view, "3 of 5", "Open the door");
    }

    [BrowserFact]
    public async Task A_browser_that_keeps_nothing_is_no_obstacle()
    {
        await using var view = await OpenAsync("page=shops&play=0");
        await view.Page.AddInitScriptAsync(NoStorage);
        await view.GoAsync("page=lesson&scene=1");

        await view.Page.GetByLabel("Both of them").CheckAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Open the door" }).ClickAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Result" }).ClickAsync();

        await Expect(view.Page.Locator(".verdict")).ToHaveTextAsync("Your bet: Both of them. Not this time.");
    }

    [BrowserFact]
    public async Task A_stage_is_chosen_by_a_click_on_it()
    {
        await using var view = await OpenAsync("page=lesson&scene=4");

        await view.Page.Locator("[data-shop='pipeline'] [data-stage='0']").ClickAsync();
        await Expect(view.Page.Locator("input:checked")).ToHaveCountAsync(0);
        await view.Page.Locator("[data-shop='more-grinders'] [data-stage='2']").ClickAsync();

        await Expect(view.Page.GetByLabel("Before the machine")).ToBeCheckedAsync();
        await Expect(view.Page.Locator("[data-shop='more-grinders'] .chosen")).ToHaveAttributeAsync("data-stage", "2");
    }

    [BrowserFact]
    public async Task A_level_is_drawn_with_the_pointer()
    {
        await using var view = await OpenAsync("page=lesson&scene=5");
        var box = (await view.Page.Locator(".levels").BoundingBoxAsync())!;

        await view.Page.Mouse.MoveAsync(box.X + 100, box.Y + 10);
        await view.Page.Mouse.DownAsync();
        await view.Page.Mouse.MoveAsync(box.X + 300, box.Y + (box.Height / 2));
        await view.Page.Mouse.UpAsync();

        var most = int.Parse((await view.Page.GetByRole(AriaRole.Slider, new() { Name = "Orders in progress on average" }).GetAttributeAsync("max"))!);
        double.Parse(await view.TextAsync(".level-row output")).ShouldBe(most / 2.0, tolerance: 1);
    }

    [BrowserFact]
    public async Task A_cheaper_guess_that_was_lucky_is_told_what_plan_knows()
    {
        await using var view = await OpenAsync("page=lesson&scene=6");

        foreach (var button in (IEnumerable<string>)["One grinder more", "One grinder more", "One machine more"])
        {
            await view.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Expect(view.Page.GetByRole(AriaRole.Button, new() { Name = button })).ToBeFocusedAsync();
        }

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Open the door" }).ClickAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Result" }).ClickAsync();

        await Expect(view.Page.Locator(".verdict")).ToHaveTextAsync(new Regex("^It works on this day: 95 % left within 5m "));
        await Expect(view.Page.Locator(".answer")).ToContainTextAsync("plan simulated these pools 80 times, 95 % left within 6m 01s on average, and so it is only 41 % sure that they do it.");
        await Expect(view.Page.Locator(".bars")).ToHaveTextAsync("yours68.0 per hour: 1 + 3 + 2plan72.0 per hour: 1 + 3 + 3");
    }

    private static async Task ExpectStepAsync(FloorView view, string count, string main)
    {
        await Expect(view.Page.Locator(".place")).ToHaveTextAsync(count);
        await Expect(view.Page.Locator(".main")).ToHaveTextAsync(main);
    }

    /// <summary>The page's clock stands still until a test moves it. Otherwise the floor might end by itself before a test asks for the end.</summary>
    private Task<FloorView> OpenAsync(string link) => FloorView.OpenAsync(browser.Browser, _floor.Page, link, hasClock: true);
}
