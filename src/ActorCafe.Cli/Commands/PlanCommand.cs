using System.CommandLine;
using ActorCafe.Analysis.Planning;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Planning;
using ActorCafe.Cli.Playing;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary><c>plan</c>: finds the cheapest pools that meet targets.</summary>
internal static class PlanCommand
{
    private const int FewestReplications = 10;

    private static readonly Argument<string[]> Files =
        SharedOptions.Files("The shop's files; a later one's keys stand over an earlier one's (none: the essay's pipeline)");

    private static readonly Option<string[]> TargetOption = new(TargetReader.Option)
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

        command.SetAction((parse, _) => RunAsync(PlayOptions.Read(parse), parse.GetValue(Files) ?? [], parse.GetValue(TargetOption) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(PlayOptions options, string[] files, string[] targets)
    {
        var shop = files.Length == 0 ? ShopFiles.LoadEmbedded("pipeline.conf", options.Overrides) : ShopFiles.Load(files, options.Overrides);
        if (targets.Length == 0)
        {
            throw new InputException("plan", TargetReader.Option, "there is no target", "write --target \"p95 < 6m\"");
        }

        using var door = new Door("closing: no plan was found yet");
        var request = new PlanRequest
        {
            Shop = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual } },
            CostPerHour = shop.CostPerHour,
            Targets = [.. targets.Select(text => TargetReader.Read(text, shop.Settings))],
            Replications = Math.Max(FewestReplications, options.Replications),
            Parallel = options.Parallel,
            Cancellation = door.Closing,
        };
        using var outputs = Outputs.Open(options);
        try
        {
            var plan = await ProgressBar.ShowAsync("plan", !options.Quiet, _ => Planner.PlanAsync(request));
            if (options.Json is not null)
            {
                outputs.WriteJson(PlanJson.Of(plan));
            }

            if (options.Talks)
            {
                PlanReport.Write(Terminal.StandardOutput(), plan);
            }

            return plan.Chosen is null ? ExitCodes.Failed : ExitCodes.Done;
        }
        catch (OperationCanceledException) when (door.IsClosedByHand)
        {
            return ExitCodes.ClosedByHand;
        }
    }
}
