using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class QuantileSketchTests
{
    [Theory]
    [InlineData(0, 15)]
    [InlineData(0.05, 15)]
    [InlineData(0.3, 20)]  // 0.3 x 5 = 1.5: rank 2
    [InlineData(0.4, 20)]  // 2 exactly
    [InlineData(0.5, 35)]
    [InlineData(0.95, 50)]
    [InlineData(1, 50)]
    public void The_nearest_rank_of_five_values(double p, double value) => Of([50, 15, 40, 20, 35]).Quantile(p).ShouldBe(value);

    [Fact]
    public void A_rank_that_is_whole_is_not_pushed_on_by_rounding()
    {
        // In doubles 0.55 x 100 and 0.07 x 100 are a little above 55 and 7.
        var sketch = Of([.. Enumerable.Range(1, 100).Select(i => (double)i)]);

        sketch.Quantile(0.55).ShouldBe(55);
        sketch.Quantile(0.07).ShouldBe(7);
    }

    [Fact]
    public void Nothing_has_no_quantile() => new QuantileSketch().Quantile(0.5).ShouldBeNull();

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_negative_value_and_one_that_is_no_number_is_refused(double value)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new QuantileSketch().Add(value)).ParamName.ShouldBe("value");
        Should.Throw<ArgumentOutOfRangeException>(() => new QuantileSketch().Quantile(value)).ParamName.ShouldBe("p");
    }

    [Fact]
    public void Kept_values_give_what_sorting_gives_between_additions_too() =>
        Gen.Select(Gen.Double[0, 1000].Array[1, 600], Gen.Int[0, 1000]).Sample((values, thousandths) =>
        {
            var sketch = Of(values[..(values.Length / 2)]);
            sketch.Quantile(0.5);
            foreach (var value in values[(values.Length / 2)..])
            {
                sketch.Add(value);
            }

            sketch.Quantile(thousandths / 1000.0).ShouldBe(Sorted(values, thousandths));
        });

    [Fact]
    public void The_last_value_kept_is_exact_and_one_more_makes_it_approximate()
    {
        var values = Drawn(QuantileSketch.ExactLimit + 1, 1);
        var sketch = Of(values[..^1]);

        sketch.IsExact.ShouldBeTrue();
        sketch.Quantile(0.95).ShouldBe(Sorted(values[..^1], 950));
        sketch.Add(values[^1]);
        sketch.IsExact.ShouldBeFalse();
        sketch.Count.ShouldBe(QuantileSketch.ExactLimit + 1);
        ShouldBeClose(sketch.Quantile(0.95), Sorted(values, 950));
    }

    [Fact]
    public void Half_a_million_values_over_ten_orders_of_magnitude_stay_within_the_stated_error()
    {
        var values = Drawn(500_000, 2);
        // A fifth of all never waited.
        for (var i = 0; i < values.Length; i += 5)
        {
            values[i] = 0;
        }

        var sketch = Of(values);

        foreach (var thousandths in new[] { 1, 200, 201, 500, 900, 950, 990, 999 })
        {
            ShouldBeClose(sketch.Quantile(thousandths / 1000.0), Sorted(values, thousandths));
        }

        sketch.Quantile(0.2).ShouldBe(0);
        sketch.Quantile(1).ShouldBe(values.Max());
        sketch.Quantile(0).ShouldBe(0);
    }

    [Fact]
    public void A_bucket_stands_for_all_its_numbers_within_the_stated_error() =>
        Gen.Double[-300, 300].Select(exponent => Math.Pow(10, exponent)).Sample(value =>
        {
            var histogram = new LogHistogram();
            histogram.Add(value);

            ShouldBeClose(histogram.ValueAt(1), value);
        });

    [Fact]
    public void Zeros_are_counted_exactly_and_so_is_a_single_value_repeated()
    {
        var zeros = Of(new double[QuantileSketch.ExactLimit + 10]);
        var sevens = Of([.. Enumerable.Repeat(7.3, QuantileSketch.ExactLimit + 10)]);

        zeros.Quantile(0.99).ShouldBe(0);
        sevens.Quantile(0.01).ShouldBe(7.3);
    }

    private static void ShouldBeClose(double? found, double value) =>
        found!.Value.ShouldBe(value, QuantileSketch.RelativeError * value);

    private static double Sorted(double[] values, int thousandths)
    {
        var rank = Math.Max(1, (((long)thousandths * values.Length) + 999) / 1000);
        return values.Order().ElementAt((int)rank - 1);
    }

    private static double[] Drawn(int count, long seed)
    {
        var random = RandomStream.For(seed, 0, 0);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Pow(10, (10 * random.NextDouble()) - 5))];
    }

    private static QuantileSketch Of(double[] values)
    {
        var sketch = new QuantileSketch();
        foreach (var value in values)
        {
            sketch.Add(value);
        }

        return sketch;
    }
}
