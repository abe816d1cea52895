using System.Text.Json;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Facts;

/// <summary>Writes the parts that a whole run and a live log have in common.</summary>
internal static class ShopJson
{
    private static readonly string[] Kinds = [.. Enum.GetNames<FactKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>Writes what the numbers in facts mean: stages, drinks and kinds of facts.</summary>
    public static void WriteVocabulary(Utf8JsonWriter json, ShopSettings shop)
    {
        WriteStages(json, shop);
        WriteNames(json, "drinks", shop.Menu.Select(drink => drink.Name));
        WriteNames(json, "kinds", Kinds);
    }

    /// <summary>Writes facts as an object of columns.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="start">The index of the first to be written.</param>
    /// <param name="end">The index after the last.</param>
    /// <param name="before">The first tick counts from here, each other from the fact before.</param>
    public static void WriteFacts(Utf8JsonWriter json, IReadOnlyList<Fact> facts, int start, int end, TimeSpan before)
    {
        json.WriteStartObject();
        Column(json, "ticks", start, end, i => (facts[i].At - (i == start ? before : facts[i - 1].At)).Ticks);
        Column(json, "kind", start, end, i => (long)facts[i].Kind);
        Column(json, "stage", start, end, i => facts[i].Stage);
        Column(json, "worker", start, end, i => facts[i].Worker);
        Column(json, "order", start, end, i => facts[i].Order);
        json.WriteEndObject();
    }

    public static void WritePairs(Utf8JsonWriter json, string key, IEnumerable<(TimeSpan At, double Value)> pairs)
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

    public static void WriteNames(Utf8JsonWriter json, string key, IEnumerable<string> names)
    {
        json.WriteStartArray(key);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    public static void WriteNumbers(Utf8JsonWriter json, string key, IEnumerable<double> numbers)
    {
        json.WriteStartArray(key);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
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

    private static void Column(Utf8JsonWriter json, string name, int start, int end, Func<int, long> value)
    {
        json.WriteStartArray(name);
        for (var i = start; i < end; i++)
        {
            json.WriteNumberValue(value(i));
        }

        json.WriteEndArray();
    }
}
