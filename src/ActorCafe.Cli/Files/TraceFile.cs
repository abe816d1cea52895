using System.Buffers;
using System.Text.Json;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Files;

/// <summary>
/// A file of Chrome trace events (JSON object format), which Perfetto and chrome://tracing show: a process per shop, a track per
/// worker, counters for what is in the shop. Events are written as they end, never the whole run in memory.
/// </summary>
/// <remarks>The format is described in Google's "Trace Event Format"; its times are microseconds, of the shop's clock here.</remarks>
internal sealed class TraceFile : IDisposable
{
    private const int FullBuffer = 60_000;

    private readonly OutputFile _file;
    private readonly ArrayBufferWriter<byte> _buffer = new(FullBuffer * 2);
    private readonly Utf8JsonWriter _json;
    private int _shops;

    public TraceFile(OutputFile file)
    {
        _file = file;
        _json = new Utf8JsonWriter(_buffer);
        _json.WriteStartObject();
        _json.WriteString("displayTimeUnit", "ms");
        _json.WriteStartArray("traceEvents");
    }

    /// <summary>Traces one run of a shop, a process of its own.</summary>
    public IShopTimeline Begin(ShopSettings shop) => new ShopTrace(this, ++_shops, shop);

    /// <summary>All shops have been played.</summary>
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

    /// <summary>Begins an event; what is particular to it is to be written to the answer, and then <see cref="End"/>.</summary>
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
