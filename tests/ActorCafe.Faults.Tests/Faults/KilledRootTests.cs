using ActorCafe.Cluster.Wire;
using ActorCafe.Faults.Tests.Cafe;
using Akka.Actor;
using Akka.Configuration;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>The front's root actor fails, as it would by a defect. Here somebody sends it <see cref="Kill"/>.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class KilledRootTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan Ended = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(15);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task Ends_the_front_and_its_restart_serves_open_orders() =>
        FaultTrial.RunAsync(_cafe, "front's root actor killed, front restarted", output, async trial =>
        {
            var front = _cafe.Of("front")[0];
            var killed = TimeProvider.System.GetTimestamp();
            await KillAsync($"{front.Place.Address}/user/cafe");
            (await front.EndAsync(Ended)).ShouldBe(1, "so that whoever keeps it running starts it again");
            await _cafe.StartAsync(_cafe.FrontPlace);
            await _cafe.MachinesUpAsync(MachinesUp);
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(killed);
        });

    private static async Task KillAsync(string path)
    {
        using var outside = ActorSystem.Create("outside", ConfigurationFactory.ParseString(WireHocon.Text).WithFallback(ConfigurationFactory.ParseString("""
            akka {
              actor.provider = remote
              remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
              stdout-loglevel = OFF
              loglevel = OFF
            }
            """)));
        var root = await outside.ActorSelection(path).ResolveOne(TimeSpan.FromSeconds(10));
        root.Tell(Kill.Instance);

        // Told in this order, so the kill has arrived when the root's deputy has answered.
        await outside.ActorSelection(root.Path.Root / "user").ResolveOne(TimeSpan.FromSeconds(10));
        await outside.Terminate();
    }
}
