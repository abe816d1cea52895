using System.Collections.Immutable;
using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Hosts;

/// <summary>The order that a host is serving, and its progress.</summary>
internal sealed class HostJob(
    HostMessage.Serve serve, ImmutableArray<StepModel> recipe, TimeSpan begun, IActorRef front, TimeProvider wall, Activity? trace)
{
    private int _nextStep = serve.NextStep;
    private int _repetition = serve.Repetition;
    private long _renewedAt = wall.GetTimestamp();

    public Assignment Assignment => serve.Assignment;

    public long Order => serve.Order;

    /// <summary>Assigned the order and receives the answer.</summary>
    public IActorRef Front { get; private set; } = front;

    /// <summary>Whether the lease was not renewed in time, so that another worker may have the order.</summary>
    public bool IsExpired => wall.GetElapsedTime(_renewedAt) > serve.Lease;

    /// <summary>The answer, once all steps are done.</summary>
    public HostMessage.Served? Answer { get; private set; }

    public StepModel Step => recipe[_nextStep];

    public TimeSpan ServiceTime => Step.ServiceTime(Order, _repetition);

    /// <summary>The recipe of the ordered drink; null if the stage does not perform that step in this node's shop.</summary>
    public static ImmutableArray<StepModel>? RecipeFor(HostMessage.Serve serve, ShopModel model, StageSettings stage) =>
        model.Settings.Menu.FirstOrDefault(drink => drink.Name == serve.Drink) is { } drink
        && model.Recipes[drink.Index] is var recipe && serve.NextStep >= 0 && serve.NextStep < recipe.Length
        && recipe[serve.NextStep].Stage.Index == stage.Index ? recipe : null;

    public void Renew(IActorRef by) => (Front, _renewedAt) = (by, wall.GetTimestamp());

    /// <summary>Completes the step; true if this stage also performs the next one.</summary>
    public bool Advance(StageSettings stage)
    {
        if (Step.IsRemade(Order, _repetition))
        {
            _repetition++;
            return false;
        }

        (_nextStep, _repetition) = (_nextStep + 1, 0);
        return _nextStep < recipe.Length && Step.Stage.Index == stage.Index;
    }

    public void Complete(TimeSpan now)
    {
        Answer = new HostMessage.Served(Assignment, Order, _nextStep, _repetition, now - begun);
        EndTrace(null);
    }

    /// <summary>Ends the visit as failed, unless it has an answer.</summary>
    public void Abandon(string reason)
    {
        if (Answer is null)
        {
            EndTrace(reason);
        }
    }

    private void EndTrace(string? failure)
    {
        if (trace is not null)
        {
            CafeTelemetry.End(trace, failure);
        }
    }
}
