using ActorCafe.Cli.Watching;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class WatchKeyTests
{
    [Theory]
    [InlineData('\0', ConsoleKey.UpArrow, WatchVerb.StageAbove)]
    [InlineData('\0', ConsoleKey.DownArrow, WatchVerb.StageBelow)]
    [InlineData('+', ConsoleKey.Add, WatchVerb.AddWorker)]
    [InlineData('=', ConsoleKey.OemPlus, WatchVerb.AddWorker)]
    [InlineData('-', ConsoleKey.OemMinus, WatchVerb.TakeWorker)]
    [InlineData('_', ConsoleKey.OemMinus, WatchVerb.TakeWorker)]
    [InlineData(' ', ConsoleKey.Spacebar, WatchVerb.Pause)]
    [InlineData('<', ConsoleKey.None, WatchVerb.Slower)]
    [InlineData(',', ConsoleKey.OemComma, WatchVerb.Slower)]
    [InlineData('>', ConsoleKey.None, WatchVerb.Faster)]
    [InlineData('.', ConsoleKey.OemPeriod, WatchVerb.Faster)]
    [InlineData('q', ConsoleKey.Q, WatchVerb.End)]
    [InlineData('Q', ConsoleKey.Q, WatchVerb.End)]
    internal void A_key_asks_for_something(char sign, ConsoleKey key, WatchVerb verb) =>
        WatchKey.Of(new ConsoleKeyInfo(sign, key, false, false, false)).ShouldBe(new WatchKey(verb));

    [Theory]
    [InlineData('1', 0)]
    [InlineData('9', 8)]
    public void A_digit_selects_a_stage(char sign, int stage) =>
        WatchKey.Of(new ConsoleKeyInfo(sign, ConsoleKey.None, false, false, false)).ShouldBe(new WatchKey(WatchVerb.Stage, stage));

    [Theory]
    [InlineData('0')]
    [InlineData('x')]
    [InlineData('\u001b')]
    public void Other_keys_ask_for_nothing(char sign) =>
        WatchKey.Of(new ConsoleKeyInfo(sign, ConsoleKey.None, false, false, false)).ShouldBeNull();
}
