using System.CommandLine;
using ActorCafe.Analysis.Planning;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary><c>plan</c>: finds the cheapest staff that meets targets.</summary>
internal static class PlanCommand
{
    private const int FewestReplications = 10;

    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    private static readonly Option<string[]> TargetOption = new(TargetParser.Option)
    {
        HelpName = "TARGET",
        Description = "\"p95 < 6m\" (time in shop: mean, p50, p95, p99, max), \"wait(STAGE) < 30s\", \"rejected < 1%\", \"reneged < 1%\", \"utilisation(STAGE) < 85%\"; repeatable",
    };

    private static readonly Option<string> DaysOption = new("--days")
    {
        HelpName = "NAME/",
        Description = "Plan a schedule for each weekday from the recorded days in this folder, as import writes it (FILE: default NAME.conf beside it)",
    };

    public static Command Create()
    {
        var command = new Command("plan", "Find the cheapest staff that meets targets (cafe.cost: what workers cost; cafe.plan.shift: the shortest shift)") { Files, TargetOption, DaysOption };
        foreach (var option in (Option[])[.. SharedOptions.Changes, SharedOptions.Replications, SharedOptions.Parallel, SharedOptions.Json, SharedOptions.Quiet])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(SimulationOptions.Read(parse), parse.GetValue(Files) ?? [], parse.GetValue(TargetOption) ?? [], parse.GetValue(DaysOption)));
        return command;
    }

    private static async Task<int> RunAsync(SimulationOptions options, string[] files, string[] targets, string? folder)
    {
        var shop = SharedOptions.LoadShop(folder is not null && files.Length == 0 ? [RecordedDays.ShopBeside(folder)] : files, options.Overrides);
        if (targets.Length == 0)
        {
            throw new InputException("plan", TargetParser.Option, "there is no target", "write --target \"p95 < 6m\"");
        }

        using var shutdown = new GracefulShutdown("closing: no plan was found yet");
        var request = new PlanRequest
        {
            Shop = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual } },
            CostPerHour = shop.CostPerHour,
            ShortestShift = shop.ShortestShift,
            Targets = [.. targets.Select(text => TargetParser.Read(text, shop.Settings))],
            Replications = Math.Max(FewestReplications, options.Replications),
            Parallel = options.Parallel,
            Cancellation = shutdown.Token,
        };
        var days = folder is null ? null : RecordedDays.Read(folder, shop.Settings);
        using var outputs = OutputFiles.Open(options);
        try
        {
            return days is null ? await PlanAsync(options, request, outputs) : await PlanWeekAsync(options, request, days, outputs);
        }
        catch (OperationCanceledException) when (shutdown.IsRequestedByUser)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static async Task<int> PlanAsync(SimulationOptions options, PlanRequest request, OutputFiles outputs)
    {
        var plan = await ProgressBar.ShowAsync("plan", !options.Quiet, progress => Planner.PlanAsync(request with { Progress = progress }));
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Bytes(PlanJson.Of(plan)));
        }

        if (options.PrintsText)
        {
            PlanReport.Write(Terminal.StandardOutput(), plan);
        }

        return plan.Chosen is null ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<int> PlanWeekAsync(SimulationOptions options, PlanRequest request, RecordedDays days, OutputFiles outputs)
    {
        foreach (var line in days.Unused)
        {
            await Console.Error.WriteLineAsync($"left out: {line}");
        }

        var week = await ProgressBar.ShowAsync("plan", !options.Quiet, progress => WeekPlanner.PlanAsync(request with { Progress = progress }, days.Days));
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Bytes(WeekJson.Of(request, week, days.Unused)));
        }

        if (options.PrintsText)
        {
            WeekReport.Write(Terminal.StandardOutput(), request, week);
        }

        return week.Any(day => day.Plan.Chosen is null) ? ExitCodes.Failed : ExitCodes.Done;
    }
}
