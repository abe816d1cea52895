using System.Net;
using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Somebody opens more connections to the front than it keeps, and sends nothing.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class IdleConnectionTests(SharedCafe shared, ITestOutputHelper output)
{
    /// <summary>The front keeps 2,000.</summary>
    private const int TooMany = 2200;

    private static readonly string[] Paths = ["/live", "/ready"];

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task Keep_nobody_from_seeing_that_the_front_is_alive() =>
        FaultTrial.RunAsync(_cafe, "2,200 idle connections to the front", output, async trial =>
        {
            var front = _cafe.Of("front")[0];
            using (await IdleConnections.OpenAsync(front.Place.Http, TooMany))
            {
                foreach (var path in Paths)
                {
                    (await Probe.AskAsync(front.Management, path, TimeSpan.FromSeconds(1))).ShouldBe(HttpStatusCode.OK, path);
                }
            }

            await Probe.ReadyIsAsync(HttpStatusCode.OK, front.Place.Http, TimeSpan.FromSeconds(10));
        });
}
