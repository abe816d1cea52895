using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// Joins the shortest queue: chooses the worker with the fewest orders, waiting and in service, and the first of several. A tournament tree keeps the
/// winner at its root, so that neither a choice nor a change looks at all workers.
/// </summary>
internal sealed class ShortestQueueRouting : IRoutingPolicy
{
    private readonly Dictionary<WorkerSlot, int> _places = [];
    private IReadOnlyList<WorkerSlot> _workers = [];
    private int[] _winners = [];
    private int[] _loads = [];
    private int _leaves;

    public void WorkersChanged(IReadOnlyList<WorkerSlot> workers)
    {
        _workers = workers;
        _places.Clear();
        _leaves = 1;
        while (_leaves < workers.Count)
        {
            _leaves *= 2;
        }

        _winners = new int[2 * _leaves];
        _loads = new int[_leaves];
        for (var place = 0; place < _leaves; place++)
        {
            _winners[_leaves + place] = place;
            _loads[place] = place < workers.Count ? workers[place].Orders : int.MaxValue;
            if (place < workers.Count)
            {
                _places[workers[place]] = place;
            }
        }

        for (var node = _leaves - 1; node >= 1; node--)
        {
            Decide(node);
        }
    }

    public void LoadChanged(WorkerSlot worker)
    {
        if (!_places.TryGetValue(worker, out var place))
        {
            return;
        }

        _loads[place] = worker.Orders;
        for (var node = (_leaves + place) / 2; node >= 1; node /= 2)
        {
            Decide(node);
        }
    }

    public WorkerSlot Choose(Order order) => _workers[_winners[1]];

    private void Decide(int node)
    {
        var (left, right) = (_winners[2 * node], _winners[(2 * node) + 1]);
        _winners[node] = _loads[left] <= _loads[right] ? left : right;
    }
}
