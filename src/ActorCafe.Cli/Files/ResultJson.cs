using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>Results as JSON: the names are those of <see cref="ShopResult"/> in camel case, what is not known is null.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Options = new(ResultJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Converters = { new IntervalConverter(), new FiniteConverter(), new MaybeFiniteConverter() },
    };

    /// <summary>The result of <c>run</c>.</summary>
    public static byte[] Of(ShopResult result) => Bytes(ToNode(result));

    /// <summary>The results of <c>compare</c>, against the first.</summary>
    public static byte[] Of(IReadOnlyList<Compared> shops) => Bytes(new JsonArray([.. shops.Select(ToNode)]));

    private static JsonObject ToNode(Compared shop)
    {
        var node = ToNode(shop.Result);
        node.Add("speedup", Value(shop.SpeedUp));
        node.Add("capacityRatio", Value(shop.CapacityRatio));
        return node;
    }

    private static JsonObject ToNode(ShopResult result) =>
        JsonSerializer.SerializeToNode(result, Options)!.AsObject();

    private static JsonValue? Value(double? number) => number is { } value ? JsonValue.Create(value) : null;

    private static byte[] Bytes(JsonNode node) => [.. JsonSerializer.SerializeToUtf8Bytes(node, Options), (byte)'\n'];

    private sealed class IntervalConverter : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

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
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
            WriteFinite(writer, value ?? double.NaN);
    }

    // JSON knows neither NaN nor infinity: what is no number is no data.
    private static void WriteFinite(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ShopResult))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
