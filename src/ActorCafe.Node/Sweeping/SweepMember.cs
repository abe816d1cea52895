using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Configuration;
using ActorCafe.Node.Actors;
using ActorCafe.Node.Settings;
using ActorCafe.Remoting.Tls;
using Akka.Actor;
using Serilog.Extensions.Logging;

namespace ActorCafe.Node.Sweeping;

/// <summary>A sweep as a member of a running cluster: it joins, has the nodes play, and leaves.</summary>
public sealed class SweepMember : IAsyncDisposable
{
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly ActorSystem _system;
    private readonly SerilogLoggerFactory _log;

    private SweepMember(ActorSystem system, SerilogLoggerFactory log) => (_system, _log) = (system, log);

    /// <summary>Joins a cluster that is running.</summary>
    /// <param name="settings">What it is set up with; <see cref="SweepSettingsReader"/> reads it.</param>
    /// <param name="log">Where it logs to.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NodeFailedException">No cluster took it in.</exception>
    public static async Task<SweepMember> JoinAsync(NodeSettings settings, Serilog.ILogger log, TimeSpan limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var factory = new SerilogLoggerFactory(log);
        SweepMember member;
        try
        {
            member = new SweepMember(MemberSystem.Create(settings, factory), factory);
        }
        catch (TlsException failure)
        {
            throw new NodeFailedException(failure.Message, failure);
        }

        try
        {
            await member.JoinAsync(settings, limit, cancellation);
            return member;
        }
        catch
        {
            // It is no member, and has nothing to leave.
            await member._system.Terminate();
            throw;
        }
    }

    /// <summary>Has the nodes play; what happens can be read one after the other, <see cref="SweepEvent.Ended"/> last.</summary>
    /// <param name="job">What is to be played.</param>
    /// <param name="closing">Ends it early.</param>
    public async IAsyncEnumerable<SweepEvent> PlayAsync(SweepJob job, [EnumeratorCancellation] CancellationToken closing)
    {
        var events = Channel.CreateUnbounded<SweepEvent>(new UnboundedChannelOptions { SingleReader = true });
        var membership = _system.ActorOf(SweepMembership.Props(job, events.Writer, PollInterval), "sweep");
        using var close = closing.Register(() => membership.Tell(SweepCoordinator.StopEarly.Instance));
        // Not with the token: what was found until then is told.
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
            // Where a node was just lost the others may be busy with that; they will miss this member too.
        }

        _log.Dispose();
    }

    private async Task JoinAsync(NodeSettings settings, TimeSpan limit, CancellationToken cancellation)
    {
        var cluster = Akka.Cluster.Cluster.Get(_system);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.RegisterOnMemberUp(() => up.TrySetResult());
        var asked = string.Join(" and ", settings.SeedNodes.Select(seed => new HostAndPort(seed.Host.Trim('[', ']'), seed.Port)));
        // Akka ends the system whose call fails in the handshake.
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
