using System.Globalization;
using System.Text.Json.Nodes;
using ActorCafe.Cli.Sweeping;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>The results of <c>sweep</c>, each with its varied keys and their values.</summary>
internal static class SweepJson
{
    public static byte[] Of(IEnumerable<(SweepPoint Point, ShopResult Result)> points) =>
        ResultJson.Bytes(new JsonArray([.. points.Select(point => Node(point.Point, point.Result))]));

    private static JsonObject Node(SweepPoint point, ShopResult result)
    {
        var node = ResultJson.ToNode(result);
        foreach (var (key, value) in point.Varied)
        {
            // A stage may have the name of a field.
            if (!node.ContainsKey(key.Text))
            {
                node.Add(key.Text, Value(value));
            }
        }

        node.Add("varied", new JsonObject(point.Varied.Select(varied => KeyValuePair.Create(varied.Key.Text, (JsonNode?)Value(varied.Value)))));
        return node;
    }

    private static JsonValue Value(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text.Trim('"'));
    }
}
