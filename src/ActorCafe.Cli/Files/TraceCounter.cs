using System.Text;
using System.Text.Json;

namespace ActorCafe.Cli.Files;

/// <summary>A level of a shop as a counter in a trace: an event whenever it has changed.</summary>
internal sealed class TraceCounter(ChromeTraceFile file, int process, string name, string unit)
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes($$"""{"ph":"C","pid":{{process}},"name":"{{JsonEncodedText.Encode(name)}}","ts":""");
    private readonly byte[] _beforeValue = Encoding.UTF8.GetBytes($$""","args":{"{{unit}}":""");
    private int? _written;

    public void Write(int value, TimeSpan now)
    {
        if (value == _written)
        {
            return;
        }

        _written = value;
        var json = file.Event(_start);
        ChromeTraceTimeline.AppendTime(json, now);
        json.Append(_beforeValue);
        json.Append(value);
        json.Append("}}"u8);
        file.End();
    }
}
