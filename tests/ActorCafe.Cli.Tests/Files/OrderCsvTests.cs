using System.Globalization;
using ActorCafe.Cli.Files;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using CsvHelper;

namespace ActorCafe.Cli.Tests.Files;

public sealed class OrderCsvTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_row_has_the_times_and_workers_of_every_stage()
    {
        var shop = SampleData.Shop();
        Write(shop, 1, log => log(1).Left(TestOrders.Create(
            shop,
            3, "Ada", shop.Menu[0], 40, 165.5, Outcome.Served,
            (40, 40, 60, 1), (60, 60.0000001, 120, 2), (120, 120.5, 165.5, 1))));

        Read().ShouldBe("""
            order,customer,drink,placed,waiter.enqueued,waiter.started,waiter.finished,waiter.worker,grinder.enqueued,grinder.started,grinder.finished,grinder.worker,machine.enqueued,machine.started,machine.finished,machine.worker,served,left,outcome
            3,Ada,coffee,40.000000000,40.000000000,40.000000000,60.000000000,waiter-1,60.000000000,60.000000100,120.000000000,grinder-2,120.000000000,120.500000000,165.500000000,machine-1,165.500000000,165.500000000,served

            """);
    }

    [Theory]
    [InlineData(Outcome.Rejected, "rejected")]
    [InlineData(Outcome.Reneged, "reneged")]
    [InlineData(Outcome.Unserved, "unserved")]
    public void What_never_was_is_an_empty_cell(Outcome outcome, string name)
    {
        var shop = SampleData.Shop();
        Write(shop, 1, log => log(1).Left(TestOrders.Create(shop, 1, null, shop.Menu[0], 0, 7, outcome, (0, null, null, 0), default, default)));
        Read().ShouldEndWith($"\n1,1,coffee,0.000000000,0.000000000,,,,,,,,,,,,,7.000000000,{name}\n");
    }

    [Theory]
    [InlineData("Ada, Countess")]
    [InlineData("the \"first\"")]
    [InlineData("two\nlines")]
    [InlineData(" Žofie ")]
    public void A_customer_of_any_name_is_read_back(string name)
    {
        var shop = SampleData.Shop();
        Write(shop, 1, log => log(1).Left(TestOrders.Create(shop, 1, name, shop.Menu[0], 0, 7, Outcome.Served, default, default, default)));

        using var reader = new CsvReader(new StreamReader(_folder.File("orders.csv")), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        reader.Read();
        reader.GetField("customer").ShouldBe(name);
    }

    [Fact]
    public void A_row_longer_than_the_buffer_is_written_whole()
    {
        var (shop, name) = (SampleData.Shop(), new string('Ž', 300_000));
        Write(shop, 1, log => log(1).Left(TestOrders.Create(shop, 1, name, shop.Menu[0], 0, 7, Outcome.Rejected, default, default, default)));
        Read().ShouldEndWith($"\n1,{name},coffee,0.000000000,,,,,,,,,,,,,,7.000000000,rejected\n");
    }

    [Fact]
    public void Replications_stand_one_after_the_other_however_they_were_played()
    {
        var shop = SampleData.Shop();
        Write(shop, 3, log =>
        {
            var (third, first) = (log(3), log(1));
            first.Left(NewOrder(1));
            third.Left(NewOrder(1));
            first.Left(NewOrder(2));
            log(2).Left(NewOrder(1));
            third.Left(NewOrder(2));
        });

        var lines = Read().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldEndWith(",outcome,replication");
        lines.Skip(1).Select(line => (line[0], line[^1])).ShouldBe([('1', '1'), ('2', '1'), ('1', '2'), ('1', '3'), ('2', '3')]);
        Directory.GetFiles(_folder.Path).ShouldBe([_folder.File("orders.csv")]);

        Order NewOrder(long number) => TestOrders.Create(shop, number, null, shop.Menu[0], 0, 7, Outcome.Served, default, default, default);
    }

    [Fact]
    public void Ten_thousand_replications_need_few_handles_and_little_memory()
    {
        var shop = SampleData.Shop();
        var order = TestOrders.Create(shop, 1, null, shop.Menu[0], 0, 7, Outcome.Served, default, default, default);
        Write(shop, 10_000, log =>
        {
            // Allocations of this thread bound what is kept, whatever other tests do in parallel.
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var replication = 10_000; replication > 0; replication--)
            {
                log(replication).Left(order);
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
        });
        Read().Count(sign => sign == '\n').ShouldBe(10_001);
    }

    [Fact]
    public void Replications_that_begin_side_by_side_lose_no_row()
    {
        var shop = SampleData.Shop();
        var order = TestOrders.Create(shop, 1, null, shop.Menu[0], 0, 7, Outcome.Served, default, default, default);
        Write(shop, 200_000, log =>
        {
            // Dedicated threads: a thread pool on one processor would have a single one.
            var threads = Enumerable.Range(1, 4).Select(first => new Thread(() =>
            {
                for (var replication = first; replication <= 200_000; replication += 4)
                {
                    log(replication).Left(order);
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        });
        Read().Count(sign => sign == '\n').ShouldBe(200_001);
    }

    [Fact]
    public void A_disk_that_fills_up_closes_the_door_and_is_told_at_the_end()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var shop = SampleData.Shop();
        var closed = false;
        using var file = OutputFile.Open("--csv", "/dev/full", () => closed = true);
        using var csv = new OrderCsv(file, shop, 1);
        var log = csv.ForReplication(1);
        var order = TestOrders.Create(shop, 1, null, shop.Menu[0], 0, 7, Outcome.Served, default, default, default);
        for (var row = 0; row < 10_000; row++)
        {
            log.Left(order);
        }

        closed.ShouldBeTrue();
        Should.Throw<OutputException>(csv.Finish).Message.ShouldStartWith("--csv: /dev/full: could not be written: ");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(Shop.Settings.ShopSettings shop, int replications, Action<Func<int, IOrderLog>> play)
    {
        using var file = OutputFile.Open("--csv", _folder.File("orders.csv"), () => throw new InvalidOperationException("gave up"));
        using var csv = new OrderCsv(file, shop, replications);
        play(csv.ForReplication);
        csv.Finish();
    }

    private string Read() => File.ReadAllText(_folder.File("orders.csv"));
}
