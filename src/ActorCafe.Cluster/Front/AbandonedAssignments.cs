using ActorCafe.Cluster.Kitchen;

namespace ActorCafe.Cluster.Front;

/// <summary>The last assignments whose orders were given to somebody else: an answer to one of them is a brew too many, once.</summary>
internal sealed class AbandonedAssignments
{
    private const int Remembered = 16;

    private readonly List<Assignment> _assignments = [];

    public void Add(Assignment assignment)
    {
        _assignments.Add(assignment);
        if (_assignments.Count > Remembered)
        {
            _assignments.RemoveAt(0);
        }
    }

    /// <summary>Whether it was among them; it is no more.</summary>
    public bool Remove(Assignment assignment) => _assignments.Remove(assignment);
}
