using System.Buffers;
using System.Text.Json;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Writes Chrome trace events (JSON object format) for Perfetto and chrome://tracing: a process per shop, a track per worker, a
/// counter per level. Events are written as they end, so memory use is constant.
/// </summary>
/// <remarks>Google documents the format as "Trace Event Format". Times are microseconds of the shop's clock.</remarks>
internal sealed class ChromeTraceFile : IDisposable
{
    private const int FullBuffer = 60_000;

    private readonly OutputFile _file;
    private readonly ArrayBufferWriter<byte> _buffer = new(FullBuffer * 2);
    private readonly Utf8JsonWriter _json;
    private int _shops;

    public ChromeTraceFile(OutputFile file)
    {
        _file = file;
        _json = new Utf8JsonWriter(_buffer);
        _json.WriteStartObject();
        _json.WriteString("displayTimeUnit", "ms");
        _json.WriteStartArray("traceEvents");
    }

    /// <summary>Traces one run of a shop, as a process of its own.</summary>
    public IShopTimeline Begin(ShopSettings shop) => new ChromeTraceTimeline(this, ++_shops, shop);

    /// <summary>Completes the file after all shops have run.</summary>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        WriteOut();
        _file.Write("\n"u8);
        _file.Finish();
    }

    /// <exception cref="OutputException">An event could not be written.</exception>
    public void ThrowIfFailed() => _file.ThrowIfFailed();

    public void Dispose() => _json.Dispose();

    /// <summary>Begins an event. Write its particular fields to the result, then call <see cref="End"/>.</summary>
    internal Utf8JsonWriter Event(string phase, int process)
    {
        _json.WriteStartObject();
        _json.WriteString("ph", phase);
        _json.WriteNumber("pid", process);
        return _json;
    }

    internal void End()
    {
        _json.WriteEndObject();
        if (_json.BytesPending >= FullBuffer)
        {
            WriteOut();
        }
    }

    private void WriteOut()
    {
        _json.Flush();
        _file.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
