using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// Preemptive priority: an arriving order that finds no idle worker interrupts the service of the lowest priority, if that is lower than its own; of several,
/// the one that began or was resumed last. Not thread-safe: <see cref="StageQueue"/> guards it.
/// </summary>
internal sealed class Preemption(ShopModel model)
{
    // The workers in service, by the level of their order, in the order in which those services began or were resumed.
    private readonly LinkedList<WorkerSlot>[] _inService = [.. model.PriorityLevels.Select(_ => new LinkedList<WorkerSlot>())];

    /// <summary>A worker begins or resumes the order assigned to it last.</summary>
    public void Began(WorkerSlot worker)
    {
        Ended(worker);
        _inService[model.LevelOf(worker.LastOrder!)].AddLast(worker.InService ??= new(worker));
    }

    /// <summary>What a worker is doing cannot be interrupted, or not any more.</summary>
    public static void Ended(WorkerSlot worker) => worker.InService?.List?.Remove(worker.InService);

    /// <summary>
    /// Interrupts a service for an order that joins a line; false if there is none of lower priority. No other order interrupts the same service, because the
    /// worker counts as in service again only with its next order.
    /// </summary>
    public bool Interrupt(WaitingLine line, Order order)
    {
        // The worker of an order to be remade takes the next order in the same instant.
        if (order.IsRemake || Find(line, model.LevelOf(order)) is not { } worker)
        {
            return false;
        }

        Ended(worker);
        worker.Actor.Tell(new InterruptibleWorker.Interrupt(worker.LastOrder!.Number), ActorRefs.Nobody);
        return true;
    }

    private WorkerSlot? Find(WaitingLine line, int level)
    {
        for (var lowest = _inService.Length - 1; lowest > level; lowest--)
        {
            for (var node = _inService[lowest].Last; node is not null; node = node.Previous)
            {
                if (node.Value.Line == line && node.Value is { State: SlotState.Busy, Retiring: false })
                {
                    return node.Value;
                }
            }
        }

        return null;
    }
}
