using System.Globalization;
using System.Text;
using ActorCafe.Import.Fitting;
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

        var dispersion = Exports.Import(text.ToString()).Dispersion!;

        dispersion.Index.ShouldBe(4, 1e-12);
        dispersion.Hours.ShouldBe(3);
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

            return Exports.Import(text.ToString()).Dispersion!.IsPoissonFair;
        });

        fair.ShouldBeInRange(88, 100);
    }

    [Fact]
    public void Too_few_hours_say_nothing() => Exports.Import("time,item\n8:00,tea\n").Dispersion.ShouldBeNull();
}
