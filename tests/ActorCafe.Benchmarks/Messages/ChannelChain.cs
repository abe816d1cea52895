using System.Threading.Channels;
using ActorCafe.Benchmarks.Simulators;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>System.Threading.Channels: one channel per stage and one task per worker.</summary>
internal sealed class ChannelChain : IChain
{
    private readonly Channel<Token>[] _channels = [.. Enumerable.Range(0, CafeModel.Steps.Length + 1).Select(_ => Channel.CreateUnbounded<Token>())];
    private readonly Task[] _workers;
    private Turnstile? _turnstile;

    public ChannelChain() => _workers =
    [
        .. CafeModel.Steps.SelectMany((_, stage) => Enumerable.Range(0, CafeModel.Workers(stage)).Select(_ => WorkAsync(_channels[stage].Reader, _channels[stage + 1].Writer))),
        CountAsync(),
    ];

    public string Name => "System.Threading.Channels";

    public Task RunAsync(long orders, int inFlight)
    {
        _turnstile = new Turnstile(orders, inFlight);
        for (var one = 0; one < inFlight; one++)
        {
            _channels[0].Writer.TryWrite(new Token());
        }

        return _turnstile.Done;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels)
        {
            channel.Writer.Complete();
        }

        await Task.WhenAll(_workers);
    }

    private static async Task WorkAsync(ChannelReader<Token> from, ChannelWriter<Token> to)
    {
        while (await from.WaitToReadAsync())
        {
            while (from.TryRead(out var token))
            {
                to.TryWrite(token);
            }
        }
    }

    private async Task CountAsync()
    {
        while (await _channels[^1].Reader.WaitToReadAsync())
        {
            while (_channels[^1].Reader.TryRead(out var token))
            {
                if (_turnstile!.Leave())
                {
                    _channels[0].Writer.TryWrite(token);
                }
            }
        }
    }
}
