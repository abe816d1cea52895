using System.Collections.Immutable;
using Akka.Actor;

namespace ActorCafe.Cluster.Front;

/// <summary>Whether a node's front is open: written by its actors, read by HTTP.</summary>
internal sealed class FrontState
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ICafeFront? _front;
    private volatile string _waiting = "the order book is being opened";
    private ImmutableHashSet<string> _notOnMenu = [];

    /// <summary>The front; null unless it is open.</summary>
    public ICafeFront? Front => _front;

    /// <summary>The root of the front's actors, once it is open.</summary>
    public IActorRef Root { get; private set; } = ActorRefs.Nobody;

    /// <summary>Completes when the front opens.</summary>
    public Task Opened => _opened.Task;

    /// <summary>Completes with the reason, as a line for the operator, when the front cannot go on.</summary>
    public Task<string> Failed => _failed.Task;

    /// <summary>Why the front takes no orders, as a clause; null: it takes them.</summary>
    public string? Obstacle =>
        _failed.Task.IsCompleted ? "its actors have ended"
        : _front is null ? _waiting
        : Volatile.Read(ref _notOnMenu) is { IsEmpty: false } drinks
            ? $"its order book has open orders for {string.Join(" and ", drinks.Order(StringComparer.Ordinal))}, not on the menu"
            : null;

    public void Open(IActorRef root, ICafeFront front)
    {
        Root = root;
        _front = front;
        _opened.TrySetResult();
    }

    /// <summary>Records why the front is not open yet, or no longer.</summary>
    public void Wait(string reason)
    {
        _waiting = reason;
        _front = null;
    }

    public void Fail(string reason)
    {
        _front = null;
        _failed.TrySetResult(reason);
    }

    /// <summary>Records a drink of open orders that the menu lacks; false if it is known already.</summary>
    public bool AddNotOnMenu(string drink) => ImmutableInterlocked.Update(ref _notOnMenu, drinks => drinks.Add(drink));
}
