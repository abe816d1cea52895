using System.Collections.Immutable;
using System.Text;
using ActorCafe.Floor.Plays;

namespace ActorCafe.Floor.Tests;

/// <summary>Plans one waiter, three grinders and three machines, as the command does for the pipeline.</summary>
internal sealed class LessonPlannerStub : IStaffPlanner
{
    private int _plans;

    public int Plans => _plans;

    public ImmutableArray<double> CostPerHour(string shop) => shop is "solo" or "duplicated" ? [15, 4] : [15, 15, 4];

    public Task<byte[]> PlanAsync(string shop, int seconds, CancellationToken closing)
    {
        Interlocked.Increment(ref _plans);
        return Task.FromResult(Encoding.UTF8.GetBytes("""
            {
              "met": true, "pools": { "waiter": 1, "grinder": 3, "machine": 3 }, "costPerHour": 72, "replications": 10, "sure": 1, "tried": 9,
              "targets": [{ "measured": 323.5 }], "oneFewer": [],
              "doubtful": [{ "pools": { "waiter": 1, "grinder": 3, "machine": 2 }, "costPerHour": 68, "replications": 80, "sure": 0.408, "targets": [{ "measured": 360.5 }] }]
            }
            """));
    }
}
