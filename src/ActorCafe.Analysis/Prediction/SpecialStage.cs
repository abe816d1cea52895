using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>First stages that customers come to in groups, or wait for outside.</summary>
internal static class SpecialStage
{
    public static StageOutcome InGroups(StageCase at)
    {
        var unknown = at.Passing(StreamKind.Unknown);
        if (at.In.Kind != StreamKind.Poisson || !at.IsExponential || at.Workers > 1 || at.Work.IsRemade || at.Work.Stage.QueueCapacity is not null)
        {
            return at.NoFormula($"customers come in groups (cafe.customers.arrivals.batch = {at.In.Batch}); there is a formula only for one exponential worker and groups that come as a Poisson stream", unknown);
        }

        var wait = BatchArrivals.MeanWait(at.In.Batch, at.In.Batch * at.Gap, at.Work.Occupied);
        var why = $"groups of {at.In.Batch} come as a Poisson stream, times are exponential, one worker";
        return new StageOutcome(at.Waiting($"M[{at.In.Batch}]/M/1", why, Exactness.Exact, wait), unknown);
    }

    /// <summary>Room for some inside: the rest of the one queue stands outside.</summary>
    public static StageOutcome WithDoor(StageCase at)
    {
        var room = at.Work.Stage.QueueCapacity!.Value;
        if (!at.IsExponential || !Routers.IsOneQueue(at.Work.Stage) || at.Work.IsRemade || at.Work.IsRanked)
        {
            return at.NoFormula($"a part of the wait is outside (cafe.stage.{at.Name}.queue-capacity = {room}, when-full = block)", at.PassingAbout());
        }

        var inside = ErlangC.MeanQueueLength(at.Workers, at.Gap, at.Work.Occupied, room) * at.Gap;
        var why = $"customers come as a Poisson stream, times are exponential, {Routers.InWords(at.Work.Stage)}; who finds {room} waiting inside waits outside";
        return new StageOutcome(at.Waiting($"M/M/{at.Workers}", why, Exactness.Exact, inside), at.Passing(StreamKind.Poisson))
        {
            Outside = ErlangC.MeanWait(at.Workers, at.Gap, at.Work.Occupied) - inside,
        };
    }
}
