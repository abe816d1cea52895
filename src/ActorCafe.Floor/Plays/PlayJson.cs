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
    /// <summary>Above this many facts there are several chunks, cut where time moves on.</summary>
    private const int ChunkSize = 20_000;

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
        ShopJson.WriteNames(json, "deserted", result.Deserted);
        WriteGaps(json, shop.Customers.Arrivals);
        ShopJson.WriteVocabulary(json, shop);
        ShopJson.WriteNames(json, "routers", shop.Stages.Select(stage => stage.Router));
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
        ShopJson.WritePairs(json, "changes", renewal.Changes.Select(change => (change.At, change.Mean.TotalSeconds)));
        json.WriteEndObject();
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

            ShopJson.WriteFacts(json, facts, start, end, before);
            (start, before) = (end, facts[end - 1].At);
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
