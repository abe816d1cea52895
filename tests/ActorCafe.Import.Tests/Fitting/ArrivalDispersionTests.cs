using System.Globalization;
using System.Text;
using ActorCafe.Import.Fitting;
using ActorCafe.Import.Orders;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Import.Tests.Fitting;

public sealed class ArrivalDispersionTests
{
    /// <summary>
    /// Three full hours (9, 10 and 11) between two that do not count. Each has 12 orders, two in each ten minutes but for the first hour, which has 12 in one: mean 2,
    /// sum of squares (10² + 5 x 2²) / 2 = 60 there and 0 elsewhere, over 15 degrees of freedom: 4.
    /// </summary>
    [Fact]
    public void The_index_is_the_variance_of_counts_over_their_mean()
    {
        var text = new StringBuilder("time,item\n8:30,tea\n12:30,tea\n");
        for (var at = 0; at < 12; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"9:0{at % 10},tea\n10:{at / 2}{at % 2},tea\n11:{at / 2}{at % 2},tea\n");
        }

        var dispersion = Exports.Import(text.ToString()).Dispersion.WithinHours!;

        dispersion.Index.ShouldBe(4, 1e-12);
        dispersion.Groups.ShouldBe(3);
        dispersion.IsPoissonFair.ShouldBeFalse();
        // Chi-square quantiles of 15 degrees of freedom: 6.262 and 27.488.
        (dispersion.Low * 15).ShouldBe(6.262, 0.001);
        (dispersion.High * 15).ShouldBe(27.488, 0.001);
    }

    /// <summary>100 Poisson days: the index is within its bounds on 95 %, and here within three standard errors (2.2 % each) of that.</summary>
    [Fact]
    public void Poisson_arrivals_are_within_the_bounds_19_times_of_20()
    {
        var fair = Enumerable.Range(1, 100).Count(number =>
        {
            var random = RandomStream.For(1, Purpose.Of("poisson day"), number);
            var text = new StringBuilder("time,item\n");
            for (var at = 8 * 3600 + (90 * random.NextExponential()); at < 20 * 3600; at += 90 * random.NextExponential())
            {
                text.Append(CultureInfo.InvariantCulture, $"{TimeSpan.FromSeconds((long)at):hh\\:mm\\:ss},tea\n");
            }

            return Exports.Import(text.ToString()).Dispersion.WithinHours!.IsPoissonFair;
        });

        fair.ShouldBeInRange(88, 100);
    }

    [Fact]
    public void Too_few_hours_say_nothing() => Exports.Import("time,item\n8:00,tea\n").Dispersion.ShouldSatisfyAllConditions(
        dispersion => dispersion.WithinHours.ShouldBeNull(), dispersion => dispersion.BetweenDays.ShouldBeNull(), dispersion => dispersion.BetweenLikeDays.ShouldBeNull(), dispersion => dispersion.ByHour.ShouldBeEmpty());

    /// <summary>
    /// Four Mondays of 10 orders in each of the three full hours 9, 10 and 11, and four Saturdays of 40. Over all days the mean is 25 and the sum of squares
    /// 8 x 15² / 25 = 72 per hour over 7 degrees of freedom: 72 / 7. Days of one weekday do not differ.
    /// </summary>
    [Fact]
    public void Days_that_differ_by_weekday_are_told_from_days_that_differ()
    {
        var weeks = Enumerable.Range(0, 4).SelectMany(week => (SalesDay[])[Day(new DateOnly(2024, 3, 4).AddDays(7 * week), 10), Day(new DateOnly(2024, 3, 9).AddDays(7 * week), 40)]);

        var dispersion = ArrivalDispersion.Of(weeks);

        dispersion.BetweenDays!.Index.ShouldBe(72.0 / 7, 1e-12);
        dispersion.BetweenDays.IsPoissonFair.ShouldBeFalse();
        dispersion.BetweenLikeDays!.Index.ShouldBe(0);
        dispersion.BetweenLikeDays.Groups.ShouldBe(6);
        dispersion.ByHour.Select(hour => (hour.Hour, hour.BetweenDays!.Index)).ShouldBe([(9, 72.0 / 7), (10, 72.0 / 7), (11, 72.0 / 7)]);
    }

    /// <summary>An hour without an order between two others counts as 0: 18, 0 and 18 are 12 on average, and (6² + 12² + 6²) / 12 = 18 over 2 degrees of freedom is 9.</summary>
    [Fact]
    public void An_hour_in_which_nobody_comes_counts()
    {
        SalesDay[] days = [Day(new(2024, 3, 4), 18), Day(new(2024, 3, 5), 0), Day(new(2024, 3, 6), 18)];

        ArrivalDispersion.Of(days).ByHour.ShouldAllBe(hour => hour.BetweenDays!.Index == 9);
    }

    /// <summary>100 times ten weekdays of five full hours with 30 Poisson orders each: within the bounds on 95 %, and here within three standard errors (2.2 % each) of that.</summary>
    [Fact]
    public void Poisson_days_with_one_rate_are_within_the_bounds_19_times_of_20()
    {
        var all = Enumerable.Range(1, 100).Select(number => ArrivalDispersion.Of(Enumerable.Range(0, 10).Select(day => PoissonDay(number, day)))).ToArray();

        all.Count(dispersion => dispersion.BetweenDays!.IsPoissonFair).ShouldBeInRange(88, 100);
        all.Count(dispersion => dispersion.BetweenLikeDays!.IsPoissonFair).ShouldBeInRange(88, 100);
    }

    /// <summary>Each of the hours 9, 10 and 11 has so many orders, evenly spaced, between one order in hour 8 and one in hour 12.</summary>
    private static SalesDay Day(DateOnly date, int perHour) => DayOf(
        date, [8.5 * 3600, .. Enumerable.Range(9, 3).SelectMany(hour => Enumerable.Range(0, perHour).Select(at => (hour + ((double)at / perHour)) * 3600)), 12.5 * 3600]);

    private static SalesDay PoissonDay(int number, int day)
    {
        var random = RandomStream.For(number, Purpose.Of("poisson week"), day);
        var times = new List<double>();
        for (var at = 8 * 3600 + (120 * random.NextExponential()); at < 15 * 3600; at += 120 * random.NextExponential())
        {
            times.Add(at);
        }

        return DayOf(new DateOnly(2024, 3, 4).AddDays((day / 5 * 7) + (day % 5)), times);
    }

    private static SalesDay DayOf(DateOnly date, IEnumerable<double> seconds) => new()
    {
        Date = date,
        IsPlainSeconds = false,
        Rows = [.. seconds.Select(at => new ImportedOrder(date, TimeSpan.FromSeconds(at), "1", 0, 1))],
    };
}
