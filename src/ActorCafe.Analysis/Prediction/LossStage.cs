using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A loss system: a stage that rejects orders when it is full, or whose customers renege.</summary>
internal static class LossStage
{
    public static StageSolution Predict(QueueingNetwork network, LoadedStage at)
    {
        var patience = network.PatienceAt(at.Demand);
        var isOwn = at.Demand.Stage.Patience is not null;
        var room = at.Demand.Stage.Rejects ? at.Demand.Stage.QueueCapacity : null;
        var setting = patience is null ? $"cafe.stage.{at.Name}.queue-capacity = {room}, when-full = reject" : isOwn ? $"cafe.stage.{at.Name}.patience" : "cafe.customers.patience";
        StageSolution None(string why) => at.Unknown($"no formula with customers who are lost ({setting}) and {why}");

        if (at.Arrivals is not { Kind: ArrivalKind.Poisson, Batch: 1 })
        {
            return None("orders that do not come as a Poisson process one by one");
        }

        if (at.Demand.IsRemade || at.Demand.HasPriorities || at.Demand.Fails)
        {
            return None(at.Demand.IsRemade ? "orders that are remade" : at.Demand.Fails ? $"workers who break down (cafe.stage.{at.Name}.breakdown)" : $"priorities (cafe.stage.{at.Name}.priority)");
        }

        if (!at.Demand.Stage.HasOneQueue && at.Demand.Stage.Router != Routers.Random)
        {
            return None($"router = {at.Demand.Stage.Router}");
        }

        if (patience is not null)
        {
            return at.Demand.Stage.QueueCapacity is not null ? None($"limited room (cafe.stage.{at.Name}.queue-capacity)")
                : !isOwn && !network.IsFirst(at.Demand) ? None("orders from other stages")
                : !at.IsExponential || !Exponentiality.IsExponential(patience) ? None("times or a patience that are not exponential")
                : Impatient(at, patience.Mean);
        }

        return at.IsExponential || (room == 0 && !at.Demand.IsInSequence && at.Arrivals.DrinksAreIndependent) ? Limited(at, room!.Value) : None(at.Demand.NotExponential ?? "drinks whose order a priority has changed");
    }

    private static StageSolution Limited(LoadedStage at, int room)
    {
        var (times, servers, gap) = Each(at);
        if (room > int.MaxValue - servers)
        {
            room = int.MaxValue - servers;
        }

        var (lost, wait) = room == 0
            ? (ErlangB.BlockingProbability(servers, at.Demand.Occupied / gap), 0)
            : (LimitedQueue.BlockingProbability(servers, servers + room, gap, at.Demand.Occupied), LimitedQueue.MeanWait(servers, servers + room, gap, at.Demand.Occupied));
        var why = room == 0
            ? "orders come as a Poisson process and nobody waits, so only the mean of the times matters (Erlang B)"
            : $"orders come as a Poisson process, times are exponential, {Routers.InWords(at.Demand.Stage)} with room for {room} to wait, others are turned away";
        return Losing(at, $"{times}M/{(room == 0 ? "G" : "M")}/{servers}/{servers + room}", why, lost, wait) with
        {
            Number = at.Demand.Stage.HasOneQueue ? () => NumberInSystem.OfServers(servers, gap, at.Demand.Occupied, places: servers + room) : null,
        };
    }

    private static StageSolution Impatient(LoadedStage at, double patience)
    {
        var (times, servers, gap) = Each(at);
        var lost = ErlangA.AbandonProbability(servers, gap, at.Demand.Occupied, patience);
        var wait = ErlangA.MeanWaitOfServed(servers, gap, at.Demand.Occupied, patience);
        var outcome = Losing(at, $"{times}M/M/{servers}+M", $"{at.Comes}, times and patience are exponential, {Routers.InWords(at.Demand.Stage)} (Erlang A)", lost, wait);
        // The queue also holds customers who will renege.
        var queue = ErlangA.MeanQueueLength(servers, gap, at.Demand.Occupied, patience) * at.Workers / servers;
        return outcome with
        {
            Prediction = outcome.Prediction with { QueueLength = queue },
            Number = at.Demand.Stage.HasOneQueue ? () => NumberInSystem.OfServers(servers, gap, at.Demand.Occupied, patience: patience) : null,
        };
    }

    private static StageSolution Losing(LoadedStage at, string model, string why, double lost, double wait) => new(
        at.WithWait(model, why, Exactness.Exact, wait, lost: lost) with { Lost = lost },
        at.DeparturesAs(ArrivalKind.Approximate) with { Rate = at.Arrivals.Rate * (1 - lost), DrinksAreIndependent = true });

    /// <summary>The one queue of the stage or, with random routing, one of several equal queues.</summary>
    private static (string Times, int Servers, double Gap) Each(LoadedStage at) => at.Demand.Stage.HasOneQueue
        ? ("", at.Workers, at.Gap)
        : ($"{at.Workers} x ", 1, RandomSplitting.Gap(at.Workers, at.Gap));
}
