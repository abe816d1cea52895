using System.Text.Json;
using System.Text.Json.Serialization;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>A result as JSON that gives back every number to the last bit.</summary>
internal static class ResultBytes
{
    public static byte[] Write(ShopResult result) => JsonSerializer.SerializeToUtf8Bytes(result, ResultBytesContext.Default.ShopResult);

    /// <exception cref="JsonException">It is no result.</exception>
    public static ShopResult Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, ResultBytesContext.Default.ShopResult) ?? throw new JsonException("There is no result.");
}

// JSON has no words for what is no number, and a result that had some would lose them on the way.
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ShopResult))]
internal sealed partial class ResultBytesContext : JsonSerializerContext;
