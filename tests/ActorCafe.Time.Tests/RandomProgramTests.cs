using ActorCafe.Time.Tests.Programs;

namespace ActorCafe.Time.Tests;

public class RandomProgramTests
{
    private const int Programs = 400;

    [Fact]
    public async Task Actors_see_the_same_in_the_same_order_whoever_runs_them()
    {
        var itself = await Theatre.PlayAsync(runsActorsItself: true, Create());
        var byAkka = await Theatre.PlayAsync(runsActorsItself: false, Create());

        byAkka.Sum(log => log.Count).ShouldBeGreaterThan(10 * Programs, "much happens");
        for (var seed = 0; seed < Programs; seed++)
        {
            itself[seed].ShouldBe(byAkka[seed], $"program {seed}");
        }
    }

    private static Action<Player>[] Create() => [.. Enumerable.Range(0, Programs).Select(Create)];

    private static Action<Player> Create(int seed)
    {
        var program = new RandomProgram(seed);
        var kinds = Enumerable.Range(0, 5).Select(_ => program.Kind()).ToList();
        var notes = Enumerable.Range(0, 8).Select(_ => program.Note()).ToList();
        return player =>
        {
            kinds.ForEach(kind => player.Create(kind));
            for (var number = 0; number < notes.Count; number++)
            {
                Acts.Tell(number, notes[number])(player);
            }
        };
    }
}
