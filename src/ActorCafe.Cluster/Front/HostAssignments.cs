using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop.Workers;

namespace ActorCafe.Cluster.Front;

/// <summary>The order that a link has assigned to its host, the last assignments that it abandoned, and the last of former fronts that were answered.</summary>
internal sealed class HostAssignments(FrontServices front)
{
    private const int Remembered = 16;

    private readonly List<Assignment> _abandoned = [];
    private readonly List<Assignment> _formerAnswered = [];

    /// <summary>The assigned order; null if there is none.</summary>
    public RemoteService.Perform? Job { get; private set; }

    public Assignment Current { get; private set; }

    public bool IsCurrent(Assignment assignment) => Job is not null && assignment == Current;

    public void Begin(RemoteService.Perform job) => (Job, Current) = (job, front.NextAssignment());

    /// <summary>Ends the current assignment and returns its order; null if the answer belongs to another assignment.</summary>
    public RemoteService.Perform? Complete(Assignment answered)
    {
        var job = IsCurrent(answered) ? Job : null;
        if (job is not null)
        {
            (Job, Current) = (null, default);
        }

        return job;
    }

    /// <summary>Ends the current assignment, if any, because its order goes to another worker.</summary>
    public void Abandon()
    {
        if (Job is null)
        {
            return;
        }

        Remember(_abandoned, Current);
        (Job, Current) = (null, default);
    }

    /// <summary>
    /// Whether an answer is a duplicate brew: it belongs to an abandoned assignment or to a former front. True once per assignment, because a host repeats
    /// its answer until it is acknowledged.
    /// </summary>
    public bool IsSurplus(Assignment answered)
    {
        if (answered.Front == front.Incarnation)
        {
            return _abandoned.Remove(answered);
        }

        var isNew = !_formerAnswered.Contains(answered);
        if (isNew)
        {
            Remember(_formerAnswered, answered);
        }

        return isNew;
    }

    private static void Remember(List<Assignment> assignments, Assignment assignment)
    {
        assignments.Add(assignment);
        if (assignments.Count > Remembered)
        {
            assignments.RemoveAt(0);
        }
    }
}
