using System.Collections.Immutable;
using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Hosts;

/// <summary>An order that a host performs, and how far it has come.</summary>
internal sealed class HostJob(HostMessage.Serve serve, ImmutableArray<StepModel> recipe, TimeSpan begun)
{
    private int _nextStep = serve.NextStep;
    private int _repetition = serve.Repetition;

    public Assignment Assignment => serve.Assignment;

    public long Order => serve.Order;

    public TimeSpan Lease => serve.Lease;

    /// <summary>Who assigned it, and hears the answer.</summary>
    public required IActorRef Front { get; set; }

    /// <summary>The wall's timestamp of the last renewal of the lease.</summary>
    public required long RenewedAt { get; set; }

    /// <summary>The span of the visit; null if it is not traced.</summary>
    public Activity? Trace { get; init; }

    /// <summary>The answer, once all steps are done.</summary>
    public HostMessage.Served? Answer { get; private set; }

    public StepModel Step => recipe[_nextStep];

    public TimeSpan ServiceTime => Step.ServiceTime(Order, _repetition);

    /// <summary>Counts the step as done; true if the stage performs the next one at once.</summary>
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

    /// <summary>Ends the visit without an answer, unless there is one.</summary>
    public void Abandon(string reason)
    {
        if (Answer is null)
        {
            EndTrace(reason);
        }
    }

    private void EndTrace(string? failure)
    {
        if (Trace is not null)
        {
            CafeTelemetry.End(Trace, failure);
        }
    }
}
