using ActorCafe.Floor.Http;
using ActorCafe.Floor.Plays;

namespace ActorCafe.Floor.Tests;

/// <summary>Which plays are simulated, and when.</summary>
public sealed class PlayLibraryTests : IDisposable
{
    private readonly TaskCompletionSource _door = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _begun = new(0);
    private int _running;
    private int _mostRunning;
    private int _runs;

    public void Dispose() => _begun.Dispose();

    [Fact]
    public async Task At_most_two_run_at_once_ten_wait_and_others_are_refused()
    {
        await using var library = new PlayLibrary(SimulateAsync);

        var asked = Enumerable.Range(1, 12).Select(seed => library.GetAsync(Request(seed))).ToList();
        Should.Throw<RefusedException>(() => library.GetAsync(Request(13))).Message.ShouldBe("12 simulations are running or waiting already; ask again in a second.");
        await _begun.WaitAsync();
        await _begun.WaitAsync();
        _door.SetResult();
        await Task.WhenAll(asked);

        _runs.ShouldBe(12);
        _mostRunning.ShouldBe(2);
        (await library.GetAsync(Request(13))).ETag.ShouldBe("13");
    }

    [Fact]
    public async Task Pages_that_ask_for_the_same_play_share_its_run()
    {
        await using var library = new PlayLibrary(SimulateAsync);

        var asked = Enumerable.Range(1, 20).Select(_ => library.GetAsync(Request(1))).ToList();
        _door.SetResult();
        await Task.WhenAll(asked);
        await library.GetAsync(Request(1));

        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_play_that_failed_is_simulated_again_when_it_is_asked_for_again()
    {
        _door.SetException(new InvalidOperationException());
        await using var library = new PlayLibrary(SimulateAsync);

        await Should.ThrowAsync<InvalidOperationException>(() => library.GetAsync(Request(1)));
        await Should.ThrowAsync<InvalidOperationException>(() => library.GetAsync(Request(1)));

        _runs.ShouldBe(2);
    }

    [Fact]
    public void The_plays_asked_for_last_are_kept_up_to_a_number_of_bytes()
    {
        var cache = new PlayCache(mostBytes: 30);
        cache.Add("a", new("a", new byte[10]));
        cache.Add("b", new("b", new byte[10]));
        cache.Add("c", new("c", new byte[10]));
        cache.Find("a").ShouldNotBeNull();

        cache.Add("d", new("d", new byte[10]));

        cache.Find("b").ShouldBeNull();
        (cache.Find("a"), cache.Find("c"), cache.Find("d")).ShouldSatisfyAllConditions(kept => kept.Item1.ShouldNotBeNull(), kept => kept.Item2.ShouldNotBeNull(), kept => kept.Item3.ShouldNotBeNull());
        cache.Bytes.ShouldBe(30);
        cache.Add("e", new("e", new byte[31]));
        cache.Bytes.ShouldBe(0);
    }

    private static PlayRequest Request(long seed) => new(EssayShops.Pipeline, seed, null, []);

    private async Task<Play> SimulateAsync(PlayRequest request, CancellationToken closing)
    {
        Interlocked.Increment(ref _runs);
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _mostRunning, running);
        _begun.Release();
        await _door.Task;
        Interlocked.Decrement(ref _running);
        return new Play($"{request.Seed}", [1]);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
