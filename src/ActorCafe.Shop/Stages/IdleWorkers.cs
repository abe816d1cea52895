using System.Numerics;

namespace ActorCafe.Shop.Stages;

/// <summary>Idle workers, the longest idle first. A ring buffer: a worker is removed from anywhere in constant time, which leaves a hole.</summary>
internal sealed class IdleWorkers
{
    private const int Smallest = 4;

    private WorkerSlot?[] _ring = new WorkerSlot?[Smallest];
    private int _first;
    private int _length;

    public void Add(WorkerSlot worker)
    {
        if (_length == _ring.Length)
        {
            MakeRoom();
        }

        var place = PlaceOf(_length++);
        _ring[place] = worker;
        worker.IdlePlace = place;
    }

    /// <summary>Takes the worker that has been idle longest; null if none is idle.</summary>
    public WorkerSlot? Take()
    {
        while (_length > 0)
        {
            var worker = _ring[_first];
            _first = PlaceOf(1);
            _length--;
            if (worker is not null)
            {
                Remove(worker);
                return worker;
            }
        }

        return null;
    }

    /// <summary>Removes a worker, if it is there.</summary>
    public void Remove(WorkerSlot worker)
    {
        if (worker.IdlePlace is { } place)
        {
            _ring[place] = null;
            worker.IdlePlace = null;
        }
    }

    // The ring's length is a power of two.
    private int PlaceOf(int index) => (_first + index) & (_ring.Length - 1);

    private void MakeRoom()
    {
        var idle = Enumerable.Range(0, _length).Select(index => _ring[PlaceOf(index)]).OfType<WorkerSlot>().ToArray();
        _ring = new WorkerSlot?[Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2(2u * (uint)idle.Length))];
        (_first, _length) = (0, 0);
        foreach (var worker in idle)
        {
            Add(worker);
        }
    }
}
