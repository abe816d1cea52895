using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage that turns orders away when it is full, or whose customers lose patience.</summary>
internal static class LossStage
{
    public static StageOutcome Predict(ShopWork work, StageCase at)
    {
        var patience = work.ShareBeginning(at.Work) > 0 ? work.Settings.Customers.Patience : null;
        var room = at.Work.Stage is { QueueCapacity: { } capacity, WhenFull: WhenFull.Reject } ? capacity : (int?)null;
        var setting = patience is null ? $"cafe.stage.{at.Name}.queue-capacity = {room}, when-full = reject" : "cafe.customers.patience";
        StageOutcome None(string why) => at.Nothing($"no formula with customers who are lost ({setting}) and {why}");

        if (at.In is not { Kind: StreamKind.Poisson, Batch: 1 })
        {
            return None("orders that do not come as a Poisson stream one by one");
        }

        if (at.Work.IsRemade || at.Work.IsRanked)
        {
            return None(at.Work.IsRemade ? "orders made again" : "ranks");
        }

        if (!Routers.IsOneQueue(at.Work.Stage) && at.Work.Stage.Router != Routers.Random)
        {
            return None($"router = {at.Work.Stage.Router}");
        }

        if (patience is not null)
        {
            return at.Work.Stage.QueueCapacity is not null ? None("little room")
                : !Capacity.IsFirst(work, at.Work) ? None("orders from other stages")
                : !at.IsExponential || !Exponentiality.IsExponential(patience) ? None("times or a patience that are not exponential")
                : Impatient(at, patience.Mean);
        }

        return at.IsExponential || (room == 0 && !at.Work.IsInSequence) ? Limited(at, room!.Value) : None(at.Work.NotExponential!);
    }

    private static StageOutcome Limited(StageCase at, int room)
    {
        var (times, servers, gap) = Each(at);
        if (room > int.MaxValue - servers)
        {
            room = int.MaxValue - servers;
        }

        var (lost, wait) = room == 0
            ? (ErlangB.BlockingProbability(servers, at.Work.Occupied / gap), 0)
            : (LimitedQueue.BlockingProbability(servers, servers + room, gap, at.Work.Occupied), LimitedQueue.MeanWait(servers, servers + room, gap, at.Work.Occupied));
        var why = room == 0
            ? "orders come as a Poisson stream and nobody waits: only the mean of the times matters (Erlang B)"
            : $"orders come as a Poisson stream, times are exponential, {Routers.InWords(at.Work.Stage)} with room for {room} to wait, who else comes is turned away";
        return Losing(at, $"{times}M/{(room == 0 ? "G" : "M")}/{servers}/{servers + room}", why, lost, wait);
    }

    private static StageOutcome Impatient(StageCase at, double patience)
    {
        var (times, servers, gap) = Each(at);
        var lost = ErlangA.AbandonProbability(servers, gap, at.Work.Occupied, patience);
        var wait = ErlangA.MeanWaitOfServed(servers, gap, at.Work.Occupied, patience);
        var outcome = Losing(at, $"{times}M/M/{servers}+M", $"customers come as a Poisson stream, times and patience are exponential, {Routers.InWords(at.Work.Stage)} (Erlang A)", lost, wait);
        // The queue holds those, too, who will not be served.
        var queue = ErlangA.MeanQueueLength(servers, gap, at.Work.Occupied, patience) * at.Workers / servers;
        return outcome with { Prediction = outcome.Prediction with { QueueLength = queue } };
    }

    private static StageOutcome Losing(StageCase at, string model, string why, double lost, double wait) => new(
        at.Waiting(model, why, Exactness.Exact, wait, lost: lost) with { Lost = lost },
        at.Passing(StreamKind.Approximate) with { Rate = at.In.Rate * (1 - lost), DrinksAreIndependent = true });

    /// <summary>One queue, or, with orders dealt out at random, one of several alike.</summary>
    private static (string Times, int Servers, double Gap) Each(StageCase at) => Routers.IsOneQueue(at.Work.Stage)
        ? ("", at.Workers, at.Gap)
        : ($"{at.Workers} x ", 1, RandomSplitting.Gap(at.Workers, at.Gap));
}
