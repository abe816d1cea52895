using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Configuration;
using ActorCafe.Node.Actors;
using ActorCafe.Node.Settings;
using ActorCafe.Remoting.Tls;
using Akka.Actor;

namespace ActorCafe.Node.Sweeping;

/// <summary>A sweep as a member of a running cluster: joins, distributes work, and leaves.</summary>
public sealed class SweepMember : IAsyncDisposable
{
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly ActorSystem _system;

    private SweepMember(ActorSystem system) => _system = system;

    /// <summary>Joins a running cluster.</summary>
    /// <param name="settings">The settings, from <see cref="SweepSettingsReader"/>.</param>
    /// <param name="limit">The time limit.</param>
    /// <param name="cancellation">Cancels joining.</param>
    /// <exception cref="NodeFailedException">No cluster admitted this member.</exception>
    public static async Task<SweepMember> JoinAsync(NodeSettings settings, TimeSpan limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        SweepMember member;
        try
        {
            member = new SweepMember(NodeActorSystem.Create(settings, null));
        }
        catch (TlsException failure)
        {
            throw new NodeFailedException(failure.Message, failure);
        }

        try
        {
            await member.WaitUntilUpAsync(settings, limit, cancellation);
            return member;
        }
        catch
        {
            // Not a member, so there is nothing to leave.
            await member._system.Terminate();
            throw;
        }
    }

    /// <summary>Runs a sweep on the nodes and streams what happens, <see cref="SweepEvent.Ended"/> last.</summary>
    /// <param name="job">The points to run.</param>
    /// <param name="closing">Stops early.</param>
    internal async IAsyncEnumerable<SweepEvent> RunAsync(SweepJob job, [EnumeratorCancellation] CancellationToken closing)
    {
        var events = Channel.CreateUnbounded<SweepEvent>(new UnboundedChannelOptions { SingleReader = true });
        var membership = _system.ActorOf(SweepMembership.Props(job, events.Writer, PollInterval), "sweep");
        using var close = closing.Register(() => membership.Tell(SweepCoordinator.StopEarly.Instance));
        // Without the token, so that what was found by then is still delivered.
        await foreach (var fact in events.Reader.ReadAllAsync(CancellationToken.None))
        {
            yield return fact;
        }
    }

    /// <summary>Leaves the cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(ToLeave);
        }
        catch (TimeoutException)
        {
            // If a node was just lost, the others may be busy with that; they will notice this member's absence too.
        }
    }

    private async Task WaitUntilUpAsync(NodeSettings settings, TimeSpan limit, CancellationToken cancellation)
    {
        var cluster = Akka.Cluster.Cluster.Get(_system);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.RegisterOnMemberUp(() => up.TrySetResult());
        var asked = string.Join(" and ", settings.SeedNodes.Select(seed => new HostAndPort(seed.Host.Trim('[', ']'), seed.Port)));
        // Akka terminates the system if the handshake fails.
        _ = _system.WhenTerminated.ContinueWith(_ => up.TrySetException(new NodeFailedException(
            $"{asked} and this sweep do not accept each other's certificates; see cafe.cluster.tls (--log-level error says more)")), TaskScheduler.Default);
        cluster.JoinSeedNodes(settings.SeedNodes.Select(seed => seed.AddressBeside(cluster.SelfAddress)));
        try
        {
            await up.Task.WaitAsync(limit, cancellation);
        }
        catch (TimeoutException)
        {
            throw new NodeFailedException(
                $"no cluster took this sweep in at {asked} within {limit.TotalSeconds:0} s; is a node up there, does it reach {Hosts.InBrackets(settings.Hostname)}, and has it the same cafe.cluster.tls?");
        }
    }
}
