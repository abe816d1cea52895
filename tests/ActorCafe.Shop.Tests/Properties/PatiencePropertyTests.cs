using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Runs;
using CsCheck;

namespace ActorCafe.Shop.Tests.Properties;

/// <summary>Lines of stages with patience, little room and queue disciplines at some, compared order by order with an event list of its own.</summary>
public sealed class PatiencePropertyTests
{
    private static readonly Gen<Distribution> Time = Gen.Double[1, 8].Select(mean => (Distribution)new Exponential(mean));

    // First, last, and every third order first.
    private static readonly Func<long, double>?[] Keys = [null, number => -number, number => number % 3];

    private static readonly Gen<StageSettings> Stage = Gen.Select(Gen.Int[1, 3], Gen.Int[-3, 3], Gen.Bool, Time, Gen.Int[0, 2]).Select((workers, room, blocks, patience, patient) =>
        Shops.Stage("?", workers) with
        {
            QueueCapacity = room < 0 ? null : room,
            WhenFull = blocks ? WhenFull.Block : WhenFull.Reject,
            Patience = patient == 0 ? null : patience,
        });

    private static readonly Gen<(ShopSettings Shop, Func<long, double>?[] Keys)> Line = Gen.Select(
        Stage.Array[1, 4],
        Time.Array[4],
        Gen.Double[0, 4].Array[10, 60],
        Gen.Select(Gen.Bool, Time),
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Int[0, 2].Array[4])).Select((stages, services, gaps, ofCustomers, draws) =>
    {
        var (seed, disciplines) = draws;
        var keys = disciplines.Select(discipline => Keys[discipline]).ToArray();
        var named = stages.Select((stage, at) => stage with { Name = $"stage{at}", Performs = [$"step{at}"], QueueBy = keys[at] is { } key ? order => key(order.Number) : null }).ToArray();
        var at = 0.0;
        return ((Shops.Of([.. named], services, [.. named.Select(stage => stage.Performs[0])]) with { Seed = seed })
            .WithTrace([.. gaps.Select(gap => at += gap)])
            .WithCustomers(customers => customers with { Patience = stages[0].Patience is null && ofCustomers.Item1 ? ofCustomers.Item2 : null }), keys);
    });

    [Fact]
    public async Task Every_order_does_what_an_event_list_says()
    {
        var (shops, reneged) = (0, 0);
        await Line.SampleAsync(
            async line =>
            {
                var (shop, keys) = line;

                var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

                records.Orders.OrderBy(order => order.Number).Select(Text).ShouldBe(new ImpatientLine(shop, keys).Play());
                Interlocked.Increment(ref shops);
                Interlocked.Add(ref reneged, records.Orders.Count(order => order.Outcome == Outcome.Reneged));
            },
            iter: 300);

        reneged.ShouldBeGreaterThan(shops, "customers who stay would show nothing");

        static string Text(OrderRecords.OrderRecord order) =>
            ImpatientLine.Line(Ticks(order.Left)!.Value, order.Outcome, order.Visits.Select(visit => (Ticks(visit.Enqueued), Ticks(visit.Started), Ticks(visit.Finished))));
    }

    private static long? Ticks(double? seconds) => seconds is { } s ? (long)Math.Round(s * TimeSpan.TicksPerSecond) : null;
}
