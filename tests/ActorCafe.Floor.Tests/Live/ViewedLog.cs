using System.Buffers;
using System.Text;
using ActorCafe.Floor.Live;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Floor.Tests.Live;

/// <summary>A live log of the pipeline, and viewers of it.</summary>
internal sealed class ViewedLog
{
    private readonly LiveMessages _messages;

    public ViewedLog() => _messages = new(EssayShops.Pipeline, "run", () => Book);

    public LiveLog Log { get; } = new(EssayShops.Pipeline);

    public FakeTimeProvider Time { get; } = new();

    public BookCounts Book { get; set; } = new(0, 0, 0, 0);

    /// <param name="after">The number of the last entry that the viewer has; null: none.</param>
    public LiveViewer Viewer(long? after = null) => new(Log, _messages, () => TimeSpan.FromSeconds(1000), Time, after);

    /// <summary>What a viewer is sent now.</summary>
    public static string Sent(LiveViewer viewer)
    {
        var bytes = new ArrayBufferWriter<byte>();
        viewer.Write(bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The messages that a viewer is sent now.</summary>
    public static IReadOnlyList<FactMessage> Messages(LiveViewer viewer) => [.. FactMessage.Read(Sent(viewer))];

    /// <summary>Workers of the grinders come, each a fact.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    public void Join(int first, int count)
    {
        for (var worker = first; worker < first + count; worker++)
        {
            Log.WorkerJoined(1, worker, TimeSpan.FromMilliseconds(worker));
        }
    }
}
