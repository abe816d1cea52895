using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Analysis.Planning;
using ActorCafe.Cli.Files;
using ActorCafe.Configuration;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Running;

/// <summary>Finds the cheapest pools for the lesson of <c>floor</c>, as <c>plan</c> does.</summary>
internal sealed class LessonPlanner(IReadOnlyList<LoadedShop> shops) : IStaffPlanner
{
    public ImmutableArray<double> CostPerHour(string shop) => Find(shop).CostPerHour;

    public async Task<byte[]> PlanAsync(string shop, int seconds, CancellationToken closing)
    {
        var loaded = Find(shop);
        var plan = await Planner.PlanAsync(new PlanRequest
        {
            Shop = loaded.Settings with { Clock = loaded.Settings.Clock with { Mode = ClockMode.Virtual } },
            CostPerHour = loaded.CostPerHour,
            Targets = [new Target(string.Create(CultureInfo.InvariantCulture, $"p95 < {seconds}s"), TargetMeasure.P95, null, seconds)],
            Cancellation = closing,
        });
        return ResultJson.Bytes(PlanJson.Of(plan));
    }

    private LoadedShop Find(string shop) => shops.Single(loaded => loaded.Settings.Name == shop);
}
