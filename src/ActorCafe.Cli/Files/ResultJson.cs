using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ActorCafe.Analysis.Comparison;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>Results as JSON, with the names of <see cref="ShopResult"/> in camel case. Unknown values are null.</summary>
internal static class ResultJson
{
    internal static readonly JsonSerializerOptions Options = new(ResultJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Converters = { new IntervalConverter(), new FiniteConverter(), new MaybeFiniteConverter() },
    };

    /// <summary>The result of <c>run</c>, with the prediction if requested.</summary>
    public static byte[] Of(ShopResult result, ShopPrediction? prediction = null, IReadOnlyList<OneMoreAtStage>? more = null)
    {
        var node = ToNode(result, prediction);
        if (more is not null)
        {
            node.Add("oneMore", OneMoreJson.ToNode(more));
        }

        return Bytes(node);
    }

    /// <summary>The results of <c>compare</c>, relative to the first, with predictions if requested.</summary>
    public static byte[] Of(IReadOnlyList<ComparedResult> shops, IReadOnlyList<ShopPrediction>? predictions = null) =>
        Bytes(new JsonArray([.. shops.Select((shop, i) => ToNode(shop, predictions?[i]))]));

    /// <summary>A result that callers add fields to.</summary>
    public static JsonObject ToNode(ShopResult result) => ToNode(result, null);

    /// <summary>Parses what <see cref="ToNode(ShopResult)"/> wrote.</summary>
    /// <exception cref="JsonException">The node is not a result.</exception>
    public static ShopResult Read(JsonNode node) =>
        node.Deserialize<ShopResult>(Options) ?? throw new JsonException("There is no result.");

    /// <summary>The result of <c>theory</c>.</summary>
    public static byte[] Of(ShopPrediction prediction) => Bytes(TheoryJson.ToNode(prediction));

    private static JsonObject ToNode(ComparedResult shop, ShopPrediction? prediction)
    {
        var node = ToNode(shop.Result, prediction);
        node.Add("speedup", Value(shop.SpeedUp));
        node.Add("capacityRatio", Value(shop.CapacityRatio));
        node.Add("costPerDay", Value(shop.CostPerDay));
        if (shop.Difference is { } differences)
        {
            var difference = JsonSerializer.SerializeToNode(differences.Mean ?? new PairedDifference(double.NaN, null, null), Options)!.AsObject();
            difference.Add("p95", JsonSerializer.SerializeToNode(differences.P95, Options));
            difference.Add("costPerDay", JsonSerializer.SerializeToNode(differences.CostPerDay, Options));
            node.Add("difference", difference);
        }

        return node;
    }

    /// <summary>A result as part of a larger document.</summary>
    public static JsonObject ToNode(ShopResult result, ShopPrediction? prediction = null)
    {
        var node = JsonSerializer.SerializeToNode(result, Options)!.AsObject();
        if (prediction is not null)
        {
            node.Add("theory", TheoryJson.ToNode(prediction, result));
        }

        return node;
    }

    private static JsonValue? Value(double? number) => number is { } value ? JsonValue.Create(value) : null;

    /// <summary>Serializes a document.</summary>
    public static byte[] Bytes(JsonNode node) => [.. JsonSerializer.SerializeToUtf8Bytes(node, Options), (byte)'\n'];

    private sealed class IntervalConverter : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<JsonNode>(ref reader, options) is JsonArray { Count: 2 } ends
                ? new Interval((double?)ends[0] ?? double.NaN, (double?)ends[1] ?? double.NaN)
                : throw new JsonException("An interval has two ends.");

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            WriteFinite(writer, value.Low);
            WriteFinite(writer, value.High);
            writer.WriteEndArray();
        }
    }

    private sealed class FiniteConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => WriteFinite(writer, value);
    }

    private sealed class MaybeFiniteConverter : JsonConverter<double?>
    {
        public override bool HandleNull => true;

        public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
            WriteFinite(writer, value ?? double.NaN);
    }

    // JSON has neither NaN nor infinity, so these become null.
    private static void WriteFinite(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ShopResult))]
[JsonSerializable(typeof(PairedDifference))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;

/// <summary>The effect of one more worker at each stage, as JSON.</summary>
internal static class OneMoreJson
{
    public static JsonArray ToNode(IEnumerable<OneMoreAtStage> more) => new([.. more.Select(one => (JsonNode)new JsonObject
    {
        ["stage"] = one.Stage.Name,
        ["workers"] = one.Stage.Workers + 1,
        ["responseTime"] = new JsonObject
        {
            ["mean"] = one.Result?.ResponseTime.Mean,
            ["change"] = one.Change,
            ["ci"] = one.Ci is { } ci ? new JsonArray(ci.Low, ci.High) : null,
            ["theory"] = one.TheoryChange,
        },
        ["capacityPerHour"] = one.Result?.CapacityPerHour,
        ["capacity"] = JsonSerializer.SerializeToNode(one.Result?.Capacity, ResultJson.Options),
    })]);
}
