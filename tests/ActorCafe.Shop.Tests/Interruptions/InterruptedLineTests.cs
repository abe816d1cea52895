using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Runs;
using CsCheck;

namespace ActorCafe.Shop.Tests.Interruptions;

/// <summary>Breakdowns and preemptive priority, order by order against an event list of the tests' own.</summary>
public sealed class InterruptedLineTests
{
    private const int Priorities = 3;

    // A second in the unit of the event list: the clock counts 128ths exactly.
    private const double Unit = 128;

    // Whole seconds make many events of one instant, their fractions hardly any.
    private static Gen<long[]> Times(long least, long most, int unit) => Gen.Long[least, most * (int)Unit / unit].Select(count => count * unit).Array[1, 5];

    private static Gen<InterruptedLine.Stage> StageOf(int unit) => Gen.Select(
        Gen.Int[1, 3],
        Times(0, 12, unit),
        Gen.Bool.SelectMany(breaksDown => breaksDown ? Times(1, 30, unit) : Gen.Const((long[])[])),
        Times(0, 8, unit),
        Gen.Bool,
        Gen.Int[0, 2]).Select((workers, service, up, repair, givesBack, priority) =>
        new InterruptedLine.Stage(workers, service, up.Length == 0 ? null : up, repair, givesBack, priority > 0, priority > 1));

    private static readonly Gen<(InterruptedLine.Stage[] Stages, (long At, int Priority)[] Customers)> Lines = Gen.Bool.Select(isWhole => isWhole ? (int)Unit : 1).SelectMany(unit => Gen.Select(
        StageOf(unit).Array[1, 3],
        Gen.Select(Gen.Long[0, 60 * (int)Unit / unit], Gen.Int[0, Priorities - 1]).Array[1, 30].Select(customers =>
            customers.Select(customer => (At: customer.Item1 * unit, Priority: customer.Item2)).OrderBy(customer => customer.At).ToArray())));

    [Fact]
    public Task Every_order_is_served_when_the_event_list_says() => Lines.SampleAsync(
        async line =>
        {
            var expected = new InterruptedLine(line.Stages, line.Customers).Run();

            var (_, records) = await TestRuns.RunWithRecordsAsync(ShopOf(line.Stages, line.Customers));

            foreach (var order in records.Orders)
            {
                order.Visits.ShouldBe(expected[order.Number - 1].Select(visit =>
                    new OrderRecords.VisitRecord(visit.Enqueued / Unit, visit.Started / Unit, visit.Finished / Unit, visit.Worker)));
            }
        },
        iter: 800);

    private static ShopSettings ShopOf(InterruptedLine.Stage[] stages, (long At, int Priority)[] customers)
    {
        var shop = Shops.Of(
            [.. stages.Select((stage, at) => Shops.Stage($"stage{at}", stage.Workers, $"step{at}") with
            {
                Priority = stage.HasPriority,
                Preempts = stage.Preempts,
                Breakdown = stage.Up is { } up ? new Breakdown(Of(up), Of(stage.Repair), stage.GivesBack) : null,
            })],
            [.. stages.Select(stage => Of(stage.Service))],
            [.. stages.Select((_, at) => $"step{at}")]);
        shop = shop with { Menu = [.. Enumerable.Range(0, Priorities).Select(priority => shop.Menu[0] with { Index = priority, Name = $"drink{priority}", Priority = priority })] };
        return shop.WithTrace([.. customers.Select(customer => (customer.At / Unit, customer.Priority))]);
    }

    private static Sequence Of(long[] times) => new([.. times.Select(time => time / Unit).ToImmutableArray()]);
}
