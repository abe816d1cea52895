using System.Collections.Concurrent;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Counts the messages per order with a custom mailbox, in real time, where a shop file may configure one.</summary>
public sealed class MessagesPerOrderTests
{
    [Fact]
    public async Task An_order_of_three_stages_is_eight_mailbox_messages()
    {
        const int Orders = 500;
        var shop = Shops.Pipeline(2, 3, 3, new Deterministic(1), new Deterministic(1), new Deterministic(1))
            .WithArrivals(new ArrivalSettings.Renewal(new Deterministic(0.5), 1), Orders)
            .InMode(ClockMode.Real, 1000);
        shop = shop with { AkkaHocon = $"cafe.dispatcher.mailbox-type = \"{typeof(CountingMailbox).AssemblyQualifiedName}\"" };

        var result = await TestRuns.RunAsync(shop);

        result.Orders.Served.ShouldBe(Orders);
        var counts = CountingMailbox.Counts;
        counts["Order"].ShouldBe(4 * Orders, "three workers and the counter are told of it");
        counts["StepEnded"].ShouldBe(3 * Orders);
        counts["ArrivalDue"].ShouldBe(Orders);
        var perOrder = counts.Values.Sum() / (double)Orders;
        perOrder.ShouldBeInRange(8, 8.2, "and now and then a chain of orders that have left, and what opens and ends the run");
    }

    public sealed class CountingMailbox(Akka.Actor.Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<UnboundedMessageQueue>
    {
        public static ConcurrentDictionary<string, int> Counts { get; } = [];

        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new Counting();

        private sealed class Counting : IMessageQueue, IUnboundedMessageQueueSemantics
        {
            private readonly UnboundedMessageQueue _queue = new();

            public bool HasMessages => _queue.HasMessages;

            public int Count => _queue.Count;

            public void Enqueue(IActorRef receiver, Envelope envelope)
            {
                Counts.AddOrUpdate(envelope.Message.GetType().Name, 1, (_, count) => count + 1);
                _queue.Enqueue(receiver, envelope);
            }

            public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

            public void CleanUp(IActorRef owner, IMessageQueue deadletters) => _queue.CleanUp(owner, deadletters);
        }
    }
}
