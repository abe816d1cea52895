using System.Text;
using System.Text.Json;

namespace ActorCafe.Cli.Files;

/// <summary>A level of a shop as a counter in a trace: an event whenever it has changed.</summary>
internal sealed class TraceCounter(ChromeTraceFile file, int process, string name, string unit)
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes($$""",{"ph":"C","pid":{{process}},"name":"{{JsonEncodedText.Encode(name)}}","ts":""");

    // What follows the time, by level: few levels make up most events.
    private readonly byte[]?[] _rests = new byte[256][];
    private int? _written;

    /// <summary>Writes the level, unless it is the one written last.</summary>
    /// <param name="value">The level.</param>
    /// <param name="time">The time as text.</param>
    public void Write(int value, ReadOnlySpan<byte> time)
    {
        if (value == _written)
        {
            return;
        }

        _written = value;
        var rest = value < _rests.Length ? _rests[value] ??= Rest(value) : Rest(value);
        var json = file.Event(_start, time.Length + rest.Length);
        json.Append(time);
        json.Append(rest);
        file.End();
    }

    private byte[] Rest(int value) => Encoding.UTF8.GetBytes($$$""","args":{"{{{unit}}}":{{{value}}}}}""");
}
