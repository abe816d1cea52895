using ActorCafe.Cli.Watching;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class WatchKeyTests
{
    [Theory]
    [InlineData('\0', ConsoleKey.UpArrow, WatchAction.StageAbove)]
    [InlineData('\0', ConsoleKey.DownArrow, WatchAction.StageBelow)]
    [InlineData('+', ConsoleKey.Add, WatchAction.AddWorker)]
    [InlineData('=', ConsoleKey.OemPlus, WatchAction.AddWorker)]
    [InlineData('-', ConsoleKey.OemMinus, WatchAction.TakeWorker)]
    [InlineData('_', ConsoleKey.OemMinus, WatchAction.TakeWorker)]
    [InlineData(' ', ConsoleKey.Spacebar, WatchAction.Pause)]
    [InlineData('<', ConsoleKey.None, WatchAction.Slower)]
    [InlineData(',', ConsoleKey.OemComma, WatchAction.Slower)]
    [InlineData('>', ConsoleKey.None, WatchAction.Faster)]
    [InlineData('.', ConsoleKey.OemPeriod, WatchAction.Faster)]
    [InlineData('q', ConsoleKey.Q, WatchAction.End)]
    [InlineData('Q', ConsoleKey.Q, WatchAction.End)]
    internal void A_key_asks_for_something(char sign, ConsoleKey key, WatchAction verb) =>
        WatchKey.Of(new ConsoleKeyInfo(sign, key, false, false, false)).ShouldBe(new WatchKey(verb));

    [Theory]
    [InlineData('1', 0)]
    [InlineData('9', 8)]
    public void A_digit_selects_a_stage(char sign, int stage) =>
        WatchKey.Of(new ConsoleKeyInfo(sign, ConsoleKey.None, false, false, false)).ShouldBe(new WatchKey(WatchAction.Stage, stage));

    [Theory]
    [InlineData('0')]
    [InlineData('x')]
    [InlineData('\u001b')]
    public void Other_keys_ask_for_nothing(char sign) =>
        WatchKey.Of(new ConsoleKeyInfo(sign, ConsoleKey.None, false, false, false)).ShouldBeNull();
}
