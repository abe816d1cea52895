using System.Text.Json;
using System.Text.Json.Serialization;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cluster.Tests.Sweeping;

public sealed class ResultBytesTests
{
    private static readonly JsonSerializerOptions Exact = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory]
    [InlineData("cafe.customers.orders=2000")]
    [InlineData("cafe.customers.orders=1")]
    [InlineData("cafe.customers={orders = 30, patience { distribution = deterministic, value = 10s }}")]
    [InlineData("cafe.customers={orders = 30, stop-at = 1s}")]
    public async Task Is_read_back_exactly(string setting)
    {
        var result = await Simulation.RunAsync(TestShops.Pipeline(setting));

        var read = ResultBytes.Read(ResultBytes.Write(result));

        JsonSerializer.Serialize(read, Exact).ShouldBe(JsonSerializer.Serialize(result, Exact));
        read.Unstable.ShouldBe(result.Unstable);
    }

    [Fact]
    public async Task Keeps_NaN_and_infinities()
    {
        var result = await PipelineResults.ResultAsync(1) with { Makespan = double.NaN, ThroughputPerHour = double.PositiveInfinity, Capacity = new Capacity(-0.0, CapacityHow.Measured, new Interval(double.NegativeInfinity, 1)), WallSeconds = double.Epsilon };

        var read = ResultBytes.Read(ResultBytes.Write(result));

        read.Makespan.ShouldBe(double.NaN);
        read.ThroughputPerHour.ShouldBe(double.PositiveInfinity);
        BitConverter.DoubleToInt64Bits(read.CapacityPerHour!.Value).ShouldBe(BitConverter.DoubleToInt64Bits(-0.0));
        read.Capacity.ShouldBe(result.Capacity);
        read.WallSeconds.ShouldBe(double.Epsilon);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Bytes_that_are_not_a_result_are_refused(string text) =>
        Should.Throw<JsonException>(() => ResultBytes.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_result_with_a_missing_part_is_refused()
    {
        var whole = System.Text.Encoding.UTF8.GetString(ResultBytes.Write(await PipelineResults.ResultAsync(1)));

        foreach (var part in new[] { "Stages", "Drinks", "Orders", "ResponseTime", "Checksum", "Shop" })
        {
            Should.Throw<JsonException>(() => ResultBytes.Read(System.Text.Encoding.UTF8.GetBytes(whole.Replace($"\"{part}\":", "\"Other\":", StringComparison.Ordinal))), part);
        }
    }
}
