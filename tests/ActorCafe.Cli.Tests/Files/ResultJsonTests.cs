using System.Text.Json;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Tests.Files;

public sealed class ResultJsonTests
{
    /// <summary>The contract of the result, as in docs/result.md: names, order and shapes.</summary>
    private const string Contract = """
        { "shop": "", "seed": 0, "clock": "", "replications": 0,
          "orders": { "arrived": 0, "served": 0, "rejected": 0, "reneged": 0, "unserved": 0 },
          "makespan": 0, "throughputPerHour": 0,
          "responseTime": { "mean": 0, "ci": [0, 0], "p50": 0, "p95": 0, "p99": 0, "max": 0, "std": 0 },
          "stages": [ { "name": "", "workers": 0, "arrivals": 0, "completions": 0, "rejected": 0, "utilisation": 0,
              "blocked": 0, "serviceTime": { "mean": 0 }, "waitingTime": { "mean": 0, "ci": [0, 0], "p95": 0 },
              "queueLength": { "mean": 0, "max": 0 } } ],
          "drinks": [ { "name": "", "served": 0, "responseTime": { "mean": 0 } } ],
          "bottleneck": "", "capacityPerHour": 0,
          "concurrency": { "mean": 0, "max": 0 }, "parallelism": { "mean": 0, "max": 0 },
          "orderQueue": { "mean": 0, "max": 0 }, "pickUpQueue": { "mean": 0, "max": 0 },
          "littlesLaw": { "meanInShop": 0, "throughputTimesResponse": 0, "relativeError": 0 },
          "capacity": { "perHour": 0, "how": "" },
          "steadyState": { "reached": true, "reason": null },
          "events": 0, "wallSeconds": 0, "checksum": "" }
        """;

    [Fact]
    public void Every_field_of_the_contract_is_there_in_its_shape()
    {
        using var contract = JsonDocument.Parse(Contract);
        using var written = JsonDocument.Parse(ResultJson.Of(SampleData.Result()));
        Compare(contract.RootElement, written.RootElement, "result");

        static void Compare(JsonElement wanted, JsonElement got, string path)
        {
            got.ValueKind.ShouldBe(wanted.ValueKind, path);
            if (wanted.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in wanted.EnumerateObject())
                {
                    got.TryGetProperty(field.Name, out var value).ShouldBeTrue($"{path}.{field.Name}");
                    Compare(field.Value, value, $"{path}.{field.Name}");
                }
            }
            else if (wanted.ValueKind == JsonValueKind.Array)
            {
                Compare(wanted[0], got[0], $"{path}[0]");
            }
        }
    }

    [Fact]
    public void Whole_numbers_have_no_decimals_and_others_come_back_to_the_last_bit()
    {
        var third = 1.0 / 3;
        var json = Text(SampleData.Result() with { ThroughputPerHour = third, Concurrency = new Level(0.1 + 0.2, 19) });
        json.ShouldContain("\"max\": 19\n");
        json.ShouldNotContain("19.0");
        using var read = JsonDocument.Parse(json);
        read.RootElement.GetProperty("throughputPerHour").GetDouble().ShouldBe(third);
        read.RootElement.GetProperty("concurrency").GetProperty("mean").GetDouble().ShouldBe(0.1 + 0.2);
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        var nothing = SampleData.Result() with
        {
            Makespan = null,
            Bottleneck = null,
            Capacity = new Capacity(double.NaN, CapacityHow.Measured, null),
            ResponseTime = new ResponseTime(null, null, null, null, null, null, double.PositiveInfinity),
        };
        using var read = JsonDocument.Parse(ResultJson.Of(nothing));
        foreach (var name in (string[])["makespan", "bottleneck", "capacityPerHour"])
        {
            read.RootElement.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
        }

        foreach (var field in read.RootElement.GetProperty("responseTime").EnumerateObject())
        {
            field.Value.ValueKind.ShouldBe(JsonValueKind.Null, field.Name);
        }
    }

    [Fact]
    public void A_capacity_says_how_it_is_known_and_a_measured_one_how_well()
    {
        using var exact = JsonDocument.Parse(ResultJson.Of(SampleData.Result()));
        exact.RootElement.GetProperty("capacity").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"perHour":60,"how":"formula","ci":null}""");

        var measured = SampleData.Result() with { Capacity = new Capacity(60, CapacityHow.Measured, new Interval(59.5, 60.5)) };
        var node = ResultJson.ToNode(measured);
        node["capacity"]!.ToJsonString().ShouldBe("""{"perHour":60,"how":"measured","ci":[59.5,60.5]}""");
        node["capacityPerHour"]!.GetValue<double>().ShouldBe(60);
        ResultJson.Read(node).Capacity.ShouldBe(measured.Capacity);
    }

    [Fact]
    public void A_comparison_is_an_array_with_the_ratios_to_the_first_shop()
    {
        var results = ComparedResult.ToFirst(
        [
            SampleData.Result("solo", capacity: 28.8, makespan: 9000),
            SampleData.Result("duplicated", capacity: 57.6, makespan: 4500),
            SampleData.Result("empty", capacity: null, makespan: null),
        ]);
        using var read = JsonDocument.Parse(ResultJson.Of(results));
        var shops = read.RootElement.EnumerateArray().ToList();
        shops.Select(shop => shop.GetProperty("shop").GetString()).ShouldBe(["solo", "duplicated", "empty"]);
        shops[0].GetProperty("speedup").GetDouble().ShouldBe(1);
        shops[1].GetProperty("speedup").GetDouble().ShouldBe(2);
        shops[1].GetProperty("capacityRatio").GetDouble().ShouldBe(2);
        shops[2].GetProperty("speedup").ValueKind.ShouldBe(JsonValueKind.Null);
        shops[2].GetProperty("capacityRatio").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void A_shop_closed_by_hand_has_no_speed_up()
    {
        var results = ComparedResult.ToFirst([SampleData.Result("solo"), SampleData.Result("cut") with { Interrupted = true }]);
        results[0].SpeedUp.ShouldBe(1);
        results[1].SpeedUp.ShouldBeNull();
    }

    private static string Text(ShopResult result) => System.Text.Encoding.UTF8.GetString(ResultJson.Of(result));
}
