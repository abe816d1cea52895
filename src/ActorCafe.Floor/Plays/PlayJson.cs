using System.Text.Json;
using ActorCafe.Floor.Facts;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Plays;

/// <summary>
/// Writes a run as a JSON document: the shop, its measures, and its facts in columns. Times are seconds of the shop's clock, except in the facts, whose column
/// <c>ticks</c> holds the time since the fact before in units of 100 ns.
/// </summary>
internal static class PlayJson
{
    /// <summary>Above so many facts there are several chunks, cut where time moves on.</summary>
    private const int ChunkSize = 20_000;

    private static readonly string[] Kinds = [.. Enum.GetNames<FactKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static void Write(Stream into, ShopSettings shop, ShopResult result, FactLog log, TheoryFigure? theory = null)
    {
        using var json = new Utf8JsonWriter(into);
        json.WriteStartObject();
        json.WriteString("shop", shop.Name);
        json.WriteNumber("seed", shop.Seed);
        json.WriteString("checksum", result.Checksum);
        json.WriteNumber("opened", shop.Customers.OpensAt.TotalSeconds);
        json.WriteNumber("ended", log.End.TotalSeconds);
        Write(json, "capacityPerHour", result.CapacityPerHour);
        Write(json, "throughputPerHour", result.ThroughputPerHour);
        Write(json, "responseTimeMean", result.ResponseTime.Mean);
        Write(json, "responseTimeP95", result.ResponseTime.P95);
        json.WriteString("bottleneck", result.Bottleneck);
        WriteTheory(json, theory);
        WriteNames(json, "deserted", result.Deserted);
        WriteGaps(json, shop.Customers.Arrivals);
        WriteStages(json, shop);
        WriteNames(json, "routers", shop.Stages.Select(stage => stage.Router));
        WriteNames(json, "drinks", shop.Menu.Select(drink => drink.Name));
        WriteNames(json, "kinds", Kinds);
        WriteFacts(json, shop.Customers.OpensAt, log.Facts);
        json.WriteEndObject();
    }

    private static void WriteTheory(Utf8JsonWriter json, TheoryFigure? theory)
    {
        if (theory is null)
        {
            json.WriteNull("theory");
            return;
        }

        json.WriteStartObject("theory");
        Write(json, "timeInShop", theory.TimeInShop);
        json.WriteBoolean("exact", theory.IsExact);
        json.WriteString("why", theory.Why);
        json.WriteEndObject();
    }

    /// <summary>The mean time between arrivals and its changes; null if customers do not come by independent gaps.</summary>
    private static void WriteGaps(Utf8JsonWriter json, ArrivalSettings arrivals)
    {
        if (arrivals is not ArrivalSettings.Renewal { Gap.Mean: > 0 } renewal)
        {
            json.WriteNull("gaps");
            return;
        }

        json.WriteStartObject("gaps");
        json.WriteNumber("mean", renewal.Gap.Mean);
        WritePairs(json, "changes", renewal.Changes.Select(change => (change.At, change.Mean.TotalSeconds)));
        json.WriteEndObject();
    }

    private static void WriteStages(Utf8JsonWriter json, ShopSettings shop)
    {
        json.WriteStartArray("stages");
        foreach (var stage in shop.Stages)
        {
            json.WriteStartObject();
            json.WriteString("name", stage.Name);
            json.WriteString("worker", stage.Worker);
            json.WriteNumber("workers", stage.Workers);
            WritePairs(json, "schedule", PoolEdit.ChangesOf(stage, shop.Customers.OpensAt).Select(change => (change.At, (double)change.Workers)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, string key, IEnumerable<(TimeSpan At, double Value)> pairs)
    {
        json.WriteStartArray(key);
        foreach (var (at, value) in pairs)
        {
            json.WriteStartArray();
            json.WriteNumberValue(at.TotalSeconds);
            json.WriteNumberValue(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteFacts(Utf8JsonWriter json, TimeSpan opened, IReadOnlyList<Fact> facts)
    {
        json.WriteStartArray("facts");
        var before = opened;
        for (var start = 0; start < facts.Count;)
        {
            var end = Math.Min(facts.Count, start + ChunkSize);
            while (end < facts.Count && facts[end].At == facts[end - 1].At)
            {
                end++;
            }

            json.WriteStartObject();
            var (first, last, from) = (start, end, before);
            Column(json, "ticks", first, last, i => (facts[i].At - (i == first ? from : facts[i - 1].At)).Ticks);
            Column(json, "kind", first, last, i => (long)facts[i].Kind);
            Column(json, "stage", first, last, i => facts[i].Stage);
            Column(json, "worker", first, last, i => facts[i].Worker);
            Column(json, "order", first, last, i => facts[i].Order);
            json.WriteEndObject();
            (start, before) = (end, facts[end - 1].At);
        }

        json.WriteEndArray();
    }

    private static void Column(Utf8JsonWriter json, string name, int start, int end, Func<int, long> value)
    {
        json.WriteStartArray(name);
        for (var i = start; i < end; i++)
        {
            json.WriteNumberValue(value(i));
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string key, IEnumerable<string> names)
    {
        json.WriteStartArray(key);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }
}
