using System.IO.Compression;
using System.IO.Hashing;
using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Http;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Plays;

/// <summary>A finished run, or a plan, as it is sent to the page.</summary>
/// <param name="ETag">The run's checksum and that of its facts, which also differ where an idle worker was added.</param>
/// <param name="Gzip">The JSON document of <see cref="PlayJson"/> or of a plan, compressed.</param>
internal sealed record Play(string ETag, byte[] Gzip)
{
    /// <summary>Simulates a shop and writes down its facts.</summary>
    /// <param name="request">The shop, and changes of it.</param>
    /// <param name="predict">What theory says about a shop; null: nothing is said.</param>
    /// <param name="closing">Ends the run early.</param>
    /// <exception cref="RefusedException">The run has too many facts, or could not be completed.</exception>
    public static async Task<Play> OfAsync(PlayRequest request, Func<ShopSettings, TheoryFigure>? predict, CancellationToken closing)
    {
        var settings = request.Settings;
        var log = new FactLog(FactLog.Most);
        try
        {
            var result = await Simulation.RunAsync(settings, new RunOptions { Timeline = _ => log, MeasureCapacity = false, CloseDoor = closing });
            using var json = new MemoryStream();
            PlayJson.Write(json, settings, result, log, predict?.Invoke(settings));
            return Of(json.GetBuffer().AsSpan(0, (int)json.Length), $"{result.Checksum}-");
        }
        catch (ShopFailedException failure) when (failure.InnerException is TooManyFactsException)
        {
            throw new RefusedException(
                StatusCodes.Status422UnprocessableEntity, $"{settings.Name} has more than {FactLog.Most:N0} facts, too many for a page; simulate fewer orders.");
        }
        catch (ShopFailedException failure)
        {
            throw new RefusedException(StatusCodes.Status422UnprocessableEntity, $"{settings.Name} could not be simulated: {failure.Message}.");
        }
    }

    /// <summary>Keeps a JSON document.</summary>
    /// <param name="plain">The document.</param>
    /// <param name="tag">What its tag begins with.</param>
    public static Play Of(ReadOnlySpan<byte> plain, string tag = "") => new($"\"{tag}{XxHash64.HashToUInt64(plain):x16}\"", Compress(plain));

    internal static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
