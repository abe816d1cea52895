namespace ActorCafe.Floor.Facts;

/// <summary>What a fact says. The page knows the kinds by these names, in camel case.</summary>
internal enum FactKind
{
    /// <summary>A customer placed an order. The worker column holds the drink's index.</summary>
    Placed,

    WorkerJoined,

    WorkerLeft,

    /// <summary>A worker is broken down, and not handing over or held.</summary>
    WorkerDown,

    WorkerUp,

    JoinedQueue,

    LeftQueue,

    /// <summary>A worker began to serve an order; the three below follow in the order of <see cref="Shop.WorkerActivity"/>.</summary>
    Serving,

    HandingOver,

    Blocked,

    Staying,

    /// <summary>A worker stopped serving an order; the three below follow in the same order.</summary>
    EndServing,

    EndHandingOver,

    EndBlocked,

    EndStaying,

    /// <summary>A worker stopped serving an order before its service had ended.</summary>
    Interrupted,

    AwaitsPickUp,

    /// <summary>An order left the shop. The worker column holds its <see cref="Shop.Orders.Outcome"/>.</summary>
    Left,
}

/// <summary>A change in a shop.</summary>
/// <param name="At">The time of the shop's clock.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Stage">The stage's index, from 0; 0 where there is none.</param>
/// <param name="Worker">The worker's number, from 1, or what the kind says.</param>
/// <param name="Order">The order's number, from 1; 0 where there is none.</param>
internal readonly record struct Fact(TimeSpan At, FactKind Kind, int Stage, int Worker, long Order);
