using ActorCafe.Shop;

namespace ActorCafe.Pictures.Recording;

/// <summary>A time during which an order kept a worker.</summary>
/// <param name="Activity">With what.</param>
/// <param name="Stage">The stage's index, from 0.</param>
/// <param name="Worker">The worker's number at the stage, from 1.</param>
/// <param name="Order">The order's number, from 1.</param>
/// <param name="From">Since opening.</param>
/// <param name="To">Since opening.</param>
public sealed record WorkerSpan(WorkerActivity Activity, int Stage, int Worker, long Order, TimeSpan From, TimeSpan To)
{
    /// <summary>Whether the worker was held without doing anything.</summary>
    public bool IsHeld => Activity is WorkerActivity.Blocked or WorkerActivity.Staying;
}
