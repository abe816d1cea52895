using ActorCafe.Cluster.Front;
using ActorCafe.OrderBook;

namespace ActorCafe.Cluster.Tests.Front;

public sealed class AdmittedNumbersTests
{
    [Fact]
    public void Of_the_orders_in_the_opened_book_those_that_are_open_are_admitted_once()
    {
        var admitted = new AdmittedNumbers(new OpenedBook([Booked(2), Booked(4)], LastNumber: 5));

        Enumerable.Range(1, 5).Where(number => admitted.Add(number)).ShouldBe([2, 4]);
        Enumerable.Range(1, 5).Where(number => admitted.Add(number)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Later_orders_are_admitted_once_in_whatever_order_they_are_named(int seed)
    {
        var random = new Random(seed);
        var admitted = new AdmittedNumbers(new OpenedBook([], LastNumber: 10));
        long[] named = [.. Enumerable.Range(11, 200).Concat(Enumerable.Range(11, 200)).Select(number => (long)number)];
        random.Shuffle(named);

        named.Where(admitted.Add).Order().ShouldBe(Enumerable.Range(11, 200).Select(number => (long)number));
    }

    private static BookedOrder Booked(long number) => new(number, $"id-{number}", "coffee", null, DateTimeOffset.UnixEpoch, null, null, null);
}
