using System.CommandLine;
using ActorCafe.Analysis.Planning;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary><c>plan</c>: finds the cheapest pools that meet targets.</summary>
internal static class PlanCommand
{
    private const int FewestReplications = 10;

    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    private static readonly Option<string[]> TargetOption = new(TargetParser.Option)
    {
        HelpName = "TARGET",
        Description = "\"p95 < 6m\" (time in shop: mean, p50, p95, p99, max), \"wait(STAGE) < 30s\", \"rejected < 1%\", \"reneged < 1%\", \"utilisation(STAGE) < 85%\"; repeatable",
    };

    public static Command Create()
    {
        var command = new Command("plan", "Find the cheapest pools that meet targets (cafe.cost has what workers cost)") { Files, TargetOption };
        foreach (var option in (Option[])[.. SharedOptions.Changes, SharedOptions.Replications, SharedOptions.Parallel, SharedOptions.Json, SharedOptions.Quiet])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(SimulationOptions.Read(parse), parse.GetValue(Files) ?? [], parse.GetValue(TargetOption) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(SimulationOptions options, string[] files, string[] targets)
    {
        var shop = SharedOptions.LoadShop(files, options.Overrides);
        if (targets.Length == 0)
        {
            throw new InputException("plan", TargetParser.Option, "there is no target", "write --target \"p95 < 6m\"");
        }

        using var shutdown = new GracefulShutdown("closing: no plan was found yet");
        var request = new PlanRequest
        {
            Shop = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual } },
            CostPerHour = shop.CostPerHour,
            Targets = [.. targets.Select(text => TargetParser.Read(text, shop.Settings))],
            Replications = Math.Max(FewestReplications, options.Replications),
            Parallel = options.Parallel,
            Cancellation = shutdown.Token,
        };
        using var outputs = OutputFiles.Open(options);
        try
        {
            var plan = await ProgressBar.ShowAsync("plan", !options.Quiet, _ => Planner.PlanAsync(request));
            if (options.Json is not null)
            {
                outputs.WriteJson(PlanJson.Of(plan));
            }

            if (options.PrintsText)
            {
                PlanReport.Write(Terminal.StandardOutput(), plan);
            }

            return plan.Chosen is null ? ExitCodes.Failed : ExitCodes.Done;
        }
        catch (OperationCanceledException) when (shutdown.IsRequestedByUser)
        {
            return ExitCodes.Interrupted;
        }
    }
}
