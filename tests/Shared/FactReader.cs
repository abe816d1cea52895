namespace ActorCafe.Tests.Shared;

/// <summary>Reads a stream of facts over HTTP, message by message.</summary>
internal sealed class FactReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private FactReader(HttpResponseMessage answer, Stream stream) => (_answer, _lines) = (answer, new StreamReader(stream));

    public static async Task<FactReader> OpenAsync(HttpClient client, string path) =>
        await TryOpenAsync(client, path) ?? throw new InvalidOperationException($"{path} is no stream now");

    /// <summary>The stream; null if there is none now.</summary>
    public static async Task<FactReader?> TryOpenAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        if (answer.IsSuccessStatusCode)
        {
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
            return new(answer, await answer.Content.ReadAsStreamAsync());
        }

        answer.Dispose();
        return null;
    }

    /// <summary>The next message.</summary>
    /// <param name="levels">Whether it may be levels, which come by the clock.</param>
    public async Task<FactMessage> NextAsync(bool levels = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var text = new List<string>();
            while (await _lines.ReadLineAsync(patience.Token) is var line && line is not "")
            {
                text.Add(line ?? throw new EndOfStreamException());
            }

            if (FactMessage.Read(string.Join('\n', text)).SingleOrDefault() is { } message && (levels || message.Kind != "levels"))
            {
                return message;
            }
        }
    }

    /// <summary>Whether the stream ends within a minute, in order or cut off.</summary>
    public async Task<bool> EndsAsync()
    {
        try
        {
            await _lines.ReadToEndAsync().WaitAsync(Patience);
        }
        catch (IOException)
        {
            // It was cut off.
        }
        catch (TimeoutException)
        {
            return false;
        }

        return true;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
