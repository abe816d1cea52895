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
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.Singleton;
using Akka.Event;

namespace ActorCafe.Cluster;

/// <summary>The actors of one node of the café, on an actor system configured by <see cref="ClusterHocon"/>.</summary>
public sealed class CafeActors : IDisposable
{
    /// <summary>Most orders need less time. The others are in the book and are resumed when the front restarts.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly Akka.Cluster.Cluster _cluster;
    private readonly IOrderBook? _book;
    private readonly FrontServices? _front;

    private CafeActors(Akka.Cluster.Cluster cluster, Task<Address> largerCluster, IOrderBook? book, FrontServices? front)
    {
        _cluster = cluster;
        LargerCluster = largerCluster;
        _book = book;
        _front = front;
    }

    /// <summary>The front; null while it is not open, and on a node without that role.</summary>
    public ICafeFront? Front => _front?.State.Front;

    /// <summary>Completes when this node's front is open; never on a node without that role.</summary>
    public Task Opened => _front?.State.Opened ?? new TaskCompletionSource().Task;

    /// <summary>Completes with the reason, a line for the operator, when this node's front cannot go on. Otherwise never completes.</summary>
    public Task<string> FrontFailed => _front?.State.Failed ?? new TaskCompletionSource<string>().Task;

    /// <summary>The address of the café's front, if this node is a standby; null otherwise.</summary>
    public string? StandsByFor => _front is { State.Front: null } && !_cluster.IsTerminated ? CafeRules.OlderFront(_cluster)?.Address.ToString() : null;

    /// <summary>The node's address in the cluster.</summary>
    public string Address => _cluster.SelfAddress.ToString();

    /// <summary>
    /// Completes when this node has found a larger cluster than the one it formed because it could not reach the members it knew. The result
    /// is the address of a member of that cluster. Restart the node to join it. Otherwise never completes.
    /// </summary>
    public Task<Address> LargerCluster { get; }

    /// <summary>Why this node is not ready now, as a clause; null: it is ready.</summary>
    public string? Obstacle =>
        !IsUp ? "this node is not an Up member of the cluster"
        : StandsByFor is { } front ? $"this node is a standby for the café's front at {front}"
        : _front?.State.Obstacle ?? _book?.Obstacle?.TrimEnd('.');

    /// <summary>Whether this member is up, now.</summary>
    public bool IsUp => !_cluster.IsTerminated && _cluster.SelfMember.Status == MemberStatus.Up;

    /// <summary>Starts the actors of the node's roles and joins the cluster. Completes when the member is up and its front, if it has one, is open.</summary>
    /// <param name="system">The node's actor system.</param>
    /// <param name="node">The settings of the node.</param>
    /// <param name="book">The order book, not yet open; null on a node without a front.</param>
    /// <param name="identity">The identity of that book.</param>
    /// <param name="time">Wall time: service times are scaled from it, and the order book records it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="CafeFailedException">The node does not fit into the café, or its book could not be opened.</exception>
    public static Task<CafeActors> StartAsync(
        ActorSystem system, NodeSettings node, IOrderBook? book, BookIdentity? identity, TimeProvider time, CancellationToken cancellation) =>
        StartAsync(system, node, book, identity, bootstrap: null, watcher: null, time, cancellation);

    /// <inheritdoc cref="StartAsync(ActorSystem, NodeSettings, IOrderBook?, BookIdentity?, TimeProvider, CancellationToken)"/>
    /// <param name="bootstrap">Finds a cluster and joins it, or forms one; null: <see cref="NodeSettings.SeedNodes"/> are joined.</param>
    /// <param name="watcher">Notified of what happens at this node's front; null: none.</param>
    internal static async Task<CafeActors> StartAsync(
        ActorSystem system, NodeSettings node, IOrderBook? book, BookIdentity? identity, Func<Task>? bootstrap, IFrontWatcher? watcher, TimeProvider time, CancellationToken cancellation)
    {
        var shop = ForCluster(node.Shop);
        var clock = new WallClock(time, shop.Clock.TimeScale);
        clock.Release();
        new HostEnvironment(shop, clock, time).InstallIn(system);
        var cluster = Akka.Cluster.Cluster.Get(system);
        var largerCluster = new TaskCompletionSource<Address>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (node.Roles.Contains(NodeRole.Machine))
        {
            // Before others know this member: its serializers must be there when their first message arrives.
            _ = ClusterSharding.Get(system);
        }

        await JoinAsync(cluster, node, bootstrap, largerCluster, time, cancellation).ConfigureAwait(false);
        CafeRules.Check(cluster);
        if (node.Roles.Contains(NodeRole.Machine))
        {
            foreach (var stage in shop.Stages.Where(stage => stage.Is == WorkerKind.Machine))
            {
                MachineShards.Start(system, stage);
            }
        }

        var isHeldByStranger = identity is { IsHeldElsewhere: true } && CafeRules.OlderFront(cluster) is null;
        var front = book is null ? null : StartFront(system, node, shop, clock, book, isHeldByStranger, watcher, time);
        var actors = new CafeActors(cluster, largerCluster.Task, book, front);
        if (front is not null && actors.StandsByFor is null)
        {
            await OpenAsync(front.State, system.WhenTerminated, cancellation).ConfigureAwait(false);
        }

        return actors;
    }

    /// <summary>Starts the front as a cluster singleton: it opens if this node is the oldest front, and otherwise when the older ones are gone.</summary>
    private static FrontServices StartFront(
        ActorSystem system, NodeSettings node, ShopSettings shop, IClock clock, IOrderBook book, bool isHeldByStranger, IFrontWatcher? watcher, TimeProvider time)
    {
        var cluster = Akka.Cluster.Cluster.Get(system);
        var machines = new MachineRegistry(watcher);
        foreach (var machine in MachineShards.NamesOf(shop))
        {
            machines.Set(machine, null);
        }

        var telemetry = node.Telemetry is null ? null : new FrontTelemetry(shop, book, machines);
        var services = new FrontServices(cluster.SelfUniqueAddress.Uid) { Machines = machines, Telemetry = telemetry };
        IShopObserver observer = telemetry is null ? NullObserver.Instance : new GuardedObserver(
            new TelemetryObserver(telemetry), isSynchronized: true, error => system.Log.Error(error, "Telemetry failed and is told nothing more"));
        var context = new ShopContext(new ShopModel(shop), clock, watcher is null ? observer : new TimelineObserver(observer, watcher.Timeline));
        var singleton = FrontSingleton.Props(
            book,
            isHeldByStranger,
            services.State,
            opened => system.ActorOf(FrontRoot.Props(context, services, book, opened, time), "cafe"),
            root => Watched(new CafeFront(shop, book, services, root, cluster, time), watcher, system, clock));
        system.ActorOf(
            ClusterSingletonManager.Props(singleton, FrontSingleton.Close.Instance, ClusterSingletonManagerSettings.Create(system).WithRole(RoleNames.Front)), "front");
        return services;
    }

    private static CafeFront Watched(CafeFront front, IFrontWatcher? watcher, ActorSystem system, IClock clock)
    {
        if (watcher is not null)
        {
            watcher.Opened(front, () => clock.Now);
            system.ActorOf(MemberReporter.Props(watcher));
        }

        return front;
    }

    private static async Task OpenAsync(FrontState front, Task terminated, CancellationToken cancellation)
    {
        await Task.WhenAny(front.Opened, front.Failed, terminated).WaitAsync(cancellation).ConfigureAwait(false);
        if (!front.Opened.IsCompleted)
        {
            throw new CafeFailedException(
                front.Failed.IsCompleted ? await front.Failed.ConfigureAwait(false) : "the cluster removed this node before its front was open; start it again");
        }
    }

    /// <summary>Waits until every order in the shop is served, but only for a short time. Call it after the front has stopped accepting orders.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether they were. If not, the next start resumes the others.</returns>
    public async Task<bool> DrainAsync(CancellationToken cancellation)
    {
        if (Front is null || !IsUp)
        {
            return true;
        }

        try
        {
            await _front!.State.Root.Ask<OrderIntake.Empty>(OrderIntake.AwaitEmpty.Instance, DrainTimeout, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (AskTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Stops telemetry. The actors stop with their actor system.</summary>
    public void Dispose() => _front?.Telemetry?.Dispose();

    /// <summary>The shop in real time, without simulated arrivals: customers order over HTTP, without end.</summary>
    private static ShopSettings ForCluster(ShopSettings shop) => shop with
    {
        Clock = shop.Clock with { Mode = ClockMode.Real },
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.AllAtOnce(), Patience = shop.Customers.Patience },
    };

    private static async Task JoinAsync(
        Akka.Cluster.Cluster cluster, NodeSettings node, Func<Task>? bootstrap, TaskCompletionSource<Address> largerCluster, TimeProvider time, CancellationToken cancellation)
    {
        // A bootstrap asks for the nodes that exist now, so former ones are not stored.
        var knownMembers = new KnownMembersFile(bootstrap is null ? node.DataFolder : "");
        var self = cluster.SelfAddress;
        var named = node.SeedNodes.Select(seed => seed.AddressBeside(self));
        var known = (await knownMembers.ReadAsync(cancellation).ConfigureAwait(false)).Select(other => other.AddressBeside(self));
        var nodes = NodesToJoin.Of(named, known, self);
        if (bootstrap is null)
        {
            cluster.JoinSeedNodes(nodes.Addresses);
        }
        else
        {
            await bootstrap().ConfigureAwait(false);
        }

        await UpAsync(cluster, time, cancellation).ConfigureAwait(false);
        // Nodes of other versions look it up by this name, so it never changes.
        cluster.System.ActorOf(MemberTracker.Props(knownMembers, nodes.Known, largerCluster), "member-noter");
        if (node.Roles.Contains(NodeRole.Front))
        {
            cluster.System.ActorOf(StaffWatch.Props(node.Shop.RolesElsewhere()), "staff-watch");
        }
    }

    /// <summary>
    /// Waits until the cluster's own <c>State</c> shows this member as up. Akka updates it after it has told others of the same event, so with
    /// <c>RegisterOnMemberUp</c> a node on a busy machine could find no members there, and start although it did not fit into the café.
    /// </summary>
    private static async Task UpAsync(Akka.Cluster.Cluster cluster, TimeProvider time, CancellationToken cancellation)
    {
        while (cluster.SelfMember.Status != MemberStatus.Up)
        {
            if (cluster.IsTerminated)
            {
                throw new CafeFailedException(
                    "the cluster removed this node before it was up, because others could not reach it or the whole cluster ended itself; start it again");
            }

            await Task.Delay(BetweenLooks, time, cancellation).ConfigureAwait(false);
        }
    }
}
