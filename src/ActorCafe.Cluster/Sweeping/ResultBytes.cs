using System.Text.Json;
using System.Text.Json.Serialization;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>Serializes a result as JSON with every number exact.</summary>
internal static class ResultBytes
{
    public static byte[] Write(ShopResult result) => JsonSerializer.SerializeToUtf8Bytes(result, ResultBytesContext.Default.ShopResult);

    /// <exception cref="JsonException">The bytes are not a result.</exception>
    public static ShopResult Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, ResultBytesContext.Default.ShopResult) ?? throw new JsonException("There is no result.");

    /// <summary>Reads the result of one replication of a shop; null if the bytes are anything else.</summary>
    public static ShopResult? TryRead(ReadOnlySpan<byte> bytes, ShopSettings shop)
    {
        try
        {
            var result = Read(bytes);
            return result.Replications == 1
                && result.Stages.Select(stage => stage.Name).SequenceEqual(shop.Stages.Select(stage => stage.Name))
                && result.Drinks.Select(drink => drink.Name).SequenceEqual(shop.Menu.Select(drink => drink.Name)) ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

// JSON has no literals for NaN and infinity.
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ShopResult))]
internal sealed partial class ResultBytesContext : JsonSerializerContext;
