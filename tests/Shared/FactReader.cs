namespace ActorCafe.Tests.Shared;

/// <summary>Reads a stream of facts over HTTP, message by message.</summary>
internal sealed class FactReader : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private FactReader(HttpResponseMessage answer, Stream stream) => (_answer, _lines) = (answer, new StreamReader(stream));

    public static async Task<FactReader> OpenAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next message that is not levels.</summary>
    public async Task<FactMessage> NextAsync()
    {
        while (true)
        {
            var text = new List<string>();
            while (await _lines.ReadLineAsync() is { Length: > 0 } line)
            {
                text.Add(line);
            }

            if (FactMessage.Read(string.Join('\n', text)).SingleOrDefault() is { Kind: not "levels" } message)
            {
                return message;
            }
        }
    }

    /// <summary>Whether the stream ends.</summary>
    public async Task<bool> EndsAsync()
    {
        await _lines.ReadToEndAsync();
        return true;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
