using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using Akka.Actor;
using Akka.Actor.Internal;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>A message from outside virtual time has no defined place in the order of events. The run must fail rather than become nondeterministic.</summary>
public sealed class ForeignThreadTests
{
    [Theory]
    [InlineData("/user/cafe/customers")]
    [InlineData("/user/cafe/pick-up-counter")]
    [InlineData("/user/cafe")]
    public Task A_message_from_a_foreign_thread_fails_the_run(string receiver) =>
        Fails(cell => ActorRefOf(cell, receiver).Tell("hello", ActorRefs.NoSender));

    [Fact]
    public Task A_message_from_a_foreign_thread_to_a_busy_actor_fails_the_run() =>
        Fails(cell => cell.Self.Tell("hello", ActorRefs.NoSender));

    private static IActorRef ActorRefOf(ActorCell cell, string path) =>
        ((ActorSystemImpl)cell.System).Provider.ResolveActorRef($"akka://{cell.System.Name}{path}");

    private static async Task Fails(Action<ActorCell> tell)
    {
        var shop = Shops.Single(1, new Intruder(tell)).WithTrace(0, 10, 20).Silent();

        var failure = await Should.ThrowAsync<ShopFailedException>(() => TestRuns.RunAsync(shop));

        failure.Message.ShouldContain("came from outside virtual time");
    }

    /// <summary>Sends a message from another thread while the worker is busy.</summary>
    private sealed class Intruder(Action<ActorCell> tell) : Distribution
    {
        public override double Mean => 1;

        public override double Variance => 0;

        public override double Sample(ref RandomStream random, long index)
        {
            var cell = InternalCurrentActorCellKeeper.Current!;
            if (index == 1)
            {
                // A separate thread, because a task may run inline on the thread that waits for it.
                var stranger = new Thread(() => tell(cell));
                stranger.Start();
                stranger.Join();
            }

            return 1;
        }
    }
}
