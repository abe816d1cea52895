using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Membership;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster;

/// <summary>The actors of one node of the café, on an actor system configured by <see cref="ClusterHocon"/>.</summary>
public sealed class CafeActors : IDisposable
{
    /// <summary>Most orders need less time. The others are in the book and are resumed when the front restarts.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(2);

    private readonly Akka.Cluster.Cluster _cluster;
    private readonly IActorRef _root;
    private readonly FrontTelemetry? _telemetry;

    private CafeActors(Akka.Cluster.Cluster cluster, Task<Address> largerCluster, ICafeFront? front, IActorRef root, FrontTelemetry? telemetry)
    {
        _cluster = cluster;
        LargerCluster = largerCluster;
        _root = root;
        _telemetry = telemetry;
        Front = front;
    }

    /// <summary>The front; null on a node without that role.</summary>
    public ICafeFront? Front { get; }

    /// <summary>The node's address in the cluster.</summary>
    public string Address => _cluster.SelfAddress.ToString();

    /// <summary>
    /// Completes when this node has found a larger cluster than the one it formed because it could not reach the members it knew. The result
    /// is the address of a member of that cluster. Restart the node to join it. Otherwise never completes.
    /// </summary>
    public Task<Address> LargerCluster { get; }

    /// <summary>Why this node is not ready now, as a clause; null: it is ready.</summary>
    public string? Obstacle => _cluster.IsTerminated || _cluster.SelfMember.Status != MemberStatus.Up ? "it is not a member that is up" : null;

    /// <summary>Starts the actors of the node's roles and joins the cluster. Completes when the member is up and its front, if it has one, is open.</summary>
    /// <param name="system">The node's actor system.</param>
    /// <param name="node">The settings of the node.</param>
    /// <param name="book">The order book, not yet open; null on a node without a front.</param>
    /// <param name="time">Wall time: service times are scaled from it, and the order book records it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="OrderBookException">The book could not be opened.</exception>
    public static async Task<CafeActors> StartAsync(ActorSystem system, NodeSettings node, IOrderBook? book, TimeProvider time, CancellationToken cancellation)
    {
        var shop = ForCluster(node.Shop);
        var open = book is null ? [] : (await book.OpenAsync(_ => { }, cancellation).ConfigureAwait(false)).Open;
        var clock = new WallClock(time, shop.Clock.TimeScale);
        clock.Release();
        new HostEnvironment(shop, clock, time).InstallIn(system);
        if (node.Roles.Contains(NodeRole.Machine))
        {
            foreach (var stage in shop.Stages.Where(stage => stage.Is == WorkerKind.Machine))
            {
                MachineShards.Start(system, stage);
            }
        }

        var cluster = Akka.Cluster.Cluster.Get(system);
        var largerCluster = new TaskCompletionSource<Address>(TaskCreationOptions.RunContinuationsAsynchronously);
        await JoinAsync(cluster, node, largerCluster, cancellation).ConfigureAwait(false);
        if (book is null)
        {
            return new CafeActors(cluster, largerCluster.Task, null, ActorRefs.Nobody, null);
        }

        var machines = new MachineRegistry();
        var telemetry = node.Telemetry is null ? null : new FrontTelemetry(shop, book, machines);
        var services = new FrontServices(cluster.SelfUniqueAddress.Uid) { Machines = machines, Telemetry = telemetry };
        IShopObserver observer = telemetry is null ? NullObserver.Instance : new GuardedObserver(
            new TelemetryObserver(telemetry), isSynchronized: true, error => system.Log.Error(error, "Telemetry failed and is told nothing more"));
        var context = new ShopContext(new ShopModel(shop), clock, observer);
        var root = system.ActorOf(FrontRoot.Props(context, services, book, open, time), "cafe");
        return new CafeActors(cluster, largerCluster.Task, new CafeFront(shop, book, services, root, cluster, time), root, telemetry);
    }

    /// <summary>Waits until every order in the shop is served, but only for a short time. Call it after the front has stopped accepting orders.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        if (Front is null || Obstacle is not null)
        {
            return;
        }

        try
        {
            await _root.Ask<OrderIntake.Empty>(OrderIntake.AwaitEmpty.Instance, DrainTimeout, cancellation).ConfigureAwait(false);
        }
        catch (AskTimeoutException)
        {
            // The next start resumes the remaining orders.
        }
    }

    /// <summary>Stops telemetry. The actors stop with their actor system.</summary>
    public void Dispose() => _telemetry?.Dispose();

    /// <summary>The shop in real time, without simulated arrivals: customers order over HTTP, without end.</summary>
    private static ShopSettings ForCluster(ShopSettings shop) => shop with
    {
        Clock = shop.Clock with { Mode = ClockMode.Real },
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.AllAtOnce(), Patience = shop.Customers.Patience },
    };

    private static async Task JoinAsync(
        Akka.Cluster.Cluster cluster, NodeSettings node, TaskCompletionSource<Address> largerCluster, CancellationToken cancellation)
    {
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.RegisterOnMemberUp(() => up.TrySetResult());
        cluster.RegisterOnMemberRemoved(() => up.TrySetException(new InvalidOperationException("The node was removed from the cluster before it was up.")));
        var knownMembers = new KnownMembersFile(node.DataFolder);
        var self = cluster.SelfAddress;
        var named = node.SeedNodes.Select(seed => seed.AddressBeside(self));
        var known = (await knownMembers.ReadAsync(cancellation).ConfigureAwait(false)).Select(other => other.AddressBeside(self));
        var nodes = NodesToJoin.Of(named, known, self);
        cluster.JoinSeedNodes(nodes.Addresses);
        await up.Task.WaitAsync(cancellation).ConfigureAwait(false);
        // Nodes of other versions look it up by this name, so it never changes.
        cluster.System.ActorOf(MemberTracker.Props(knownMembers, nodes.Known, largerCluster), "member-noter");
        if (node.Roles.Contains(NodeRole.Front))
        {
            cluster.System.ActorOf(StaffWatch.Props(node.Shop.RolesElsewhere()), "staff-watch");
        }
    }
}
