using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Writes Chrome trace events (JSON object format) for Perfetto and chrome://tracing: a process per shop, a track per worker, a
/// counter per level. Events are written as they end, so memory use is constant.
/// </summary>
/// <remarks>
/// Google documents the format as "Trace Event Format". Times are microseconds of the shop's clock. An order is some fifteen events,
/// so they are put together from bytes: a JSON writer would take longer than the run.
/// </remarks>
internal sealed class ChromeTraceFile
{
    private readonly OutputFile _file;
    private readonly Utf8Buffer _json = new();
    private bool _hasEvents;
    private int _shops;

    public ChromeTraceFile(OutputFile file)
    {
        _file = file;
        _json.Append("""{"displayTimeUnit":"ms","traceEvents":["""u8);
    }

    /// <summary>Traces one run of a shop, as a process of its own.</summary>
    public IShopTimeline Begin(ShopSettings shop) => new ChromeTraceTimeline(this, ++_shops, shop);

    /// <summary>Completes the file after all shops have run.</summary>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public void Finish()
    {
        _json.Reserve(3);
        _json.Append("]}\n"u8);
        WriteOut();
        _file.Finish();
    }

    /// <exception cref="OutputException">An event could not be written.</exception>
    public void ThrowIfFailed() => _file.ThrowIfFailed();

    /// <summary>Begins an event. Write the rest of it to the result, then call <see cref="End"/>.</summary>
    /// <param name="start">The event's first bytes, from the comma that separates it from the event before.</param>
    /// <param name="rest">The most bytes that follow.</param>
    internal Utf8Buffer Event(ReadOnlySpan<byte> start, int rest)
    {
        _json.Reserve(start.Length + rest);
        _json.Append(_hasEvents ? start : start[1..]);
        _hasEvents = true;
        return _json;
    }

    internal void End()
    {
        if (_json.IsFull)
        {
            WriteOut();
        }
    }

    private void WriteOut()
    {
        _file.Write(_json.Written);
        _json.Clear();
    }
}
