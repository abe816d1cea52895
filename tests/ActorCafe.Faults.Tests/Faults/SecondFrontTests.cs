using System.Net;
using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Somebody starts a second front in the cluster of the first.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class SecondFrontTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan SaysSo = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TakesOver = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(30);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task With_a_book_of_its_own_says_so_and_never_opens() =>
        WithSecondAsync(_cafe.Place("front-2", "front"), place => FaultTrial.RunAsync(_cafe, "second front with another book", output, async trial =>
        {
            var second = _cafe.Launch(place);
            await SaysAsync(second, "front", "book");
            await trial.OrdersAsync(2 * SteadyCustomers.PerSecond);
            await IsClosedAsync(second);
            LinesOf(second, "front", "book").ShouldBe(1);
        }));

    [Fact]
    public Task On_the_same_book_stands_by_and_takes_over_when_the_first_is_killed() =>
        WithSecondAsync(_cafe.Place("front-2", "front") with { Data = _cafe.FrontPlace.Data }, place => FaultTrial.RunAsync(_cafe, "front killed, standby takes over", output, async trial =>
        {
            var (first, second) = (_cafe.Of("front")[0], _cafe.Launch(place));
            await SaysAsync(second, "stand");
            await trial.OrdersAsync(2 * SteadyCustomers.PerSecond);
            await IsClosedAsync(second);
            second.IsRunning.ShouldBeTrue("it stands by");
            LinesOf(second, "stand").ShouldBe(1);

            first.Send(Signal.Kill);
            var killed = TimeProvider.System.GetTimestamp();
            await first.EndAsync(TimeSpan.FromSeconds(5));
            _cafe.Front.Address = place.Http;
            await Probe.ReadyIsAsync(HttpStatusCode.OK, place.Http, TakesOver);
            await _cafe.MachinesUpAsync(MachinesUp);
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(killed);
        }));

    private static Task<TimeSpan> SaysAsync(NodeUnderTest node, params string[] words) =>
        Eventually.NothingIsMissingAsync(SaysSo, () => LinesOf(node, words) > 0 ? Task.FromResult<string?>(null)
            : node.IsRunning ? Task.FromResult<string?>($"{node.Place.Name} has no line with {string.Join(" and ", words)}")
            : throw new InvalidOperationException($"{node.Place.Name} ended without a line with {string.Join(" and ", words)}"));

    /// <summary>The lines of its log with these words; the name of its folder does not count.</summary>
    private static int LinesOf(NodeUnderTest node, params string[] words) =>
        node.Log.Select(line => line.Replace(node.Place.Data, "", StringComparison.Ordinal))
            .Count(line => words.All(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static async Task IsClosedAsync(NodeUnderTest front)
    {
        if (front.IsRunning)
        {
            (await Probe.AskAsync(front.Place.Http, "/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await Probe.AskAsync(front.Place.Http, "/status")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        else
        {
            (await front.EndAsync(TimeSpan.FromSeconds(1))).ShouldBe(1, "a front that was refused");
        }
    }

    /// <summary>Leaves the café with one front, or with none, however it goes.</summary>
    private async Task WithSecondAsync(NodePlace place, Func<NodePlace, Task> use)
    {
        try
        {
            await use(place);
        }
        finally
        {
            foreach (var second in _cafe.Of("front").Where(node => node.Place == place))
            {
                second.Send(Signal.Terminate);
                try
                {
                    await second.EndAsync(TimeSpan.FromSeconds(10));
                }
                catch (TimeoutException)
                {
                    second.Send(Signal.Kill);
                    await second.EndAsync(TimeSpan.FromSeconds(10));
                }
            }

            _cafe.GiveUp(place);
            _cafe.Front.Address = _cafe.FrontPlace.Http;
        }
    }
}
