using System.Collections.Immutable;
using Akka.Actor;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>Makes up what actors do. The same seed makes the same program.</summary>
internal sealed class RandomProgram(int seed)
{
    private const int Depth = 4;

    private static readonly ImmutableArray<Directive> Directives = [Directive.Resume, Directive.Restart, Directive.Stop, Directive.Escalate];

    private readonly Random _random = new(seed);
    private int _notes;

    public ActorKind Kind() => (ActorKind)_random.Next(4);

    public Note Note(int depth = Depth)
    {
        var name = FormattableString.Invariant($"n{_notes++}");
        var acts = Enumerable.Range(0, depth == 0 ? 0 : _random.Next(5)).Select(_ => Act(depth - 1)).ToImmutableArray();
        return _random.Next(4) == 0 ? new QuietNote(name, acts) : new Note(name, acts);
    }

    // The actors are few at first, and a number beyond them begins with the first again.
    private int Actor() => _random.Next(60);

    private double Seconds() => _random.Next(6);

    private Action<Player> Act(int depth) => _random.Next(46) switch
    {
        < 8 => Acts.Tell(Actor(), Note(depth)),
        < 10 => Acts.TellSelf(Note(depth)),
        < 12 => Acts.Forward(Actor(), Note(depth)),
        < 17 => Acts.Later(Actor(), Seconds(), Note(depth), _random.Next(3)),
        17 => Acts.LaterByAkka(Actor(), Seconds(), _random.Next(2) == 0 ? Note(depth) : new Wrapped(Note(depth))),
        18 => Acts.StartTimer("timer", Seconds(), Note(depth)),
        19 => Acts.StartPeriodicTimer("periodic", 1 + Seconds(), Note(depth)),
        20 => Acts.CancelTimer("periodic"),
        21 => Acts.Flood(Actor(), 95 + _random.Next(120)),
        < 25 => Acts.Throw(Directives[_random.Next(Directives.Length)]),
        25 => Acts.Stop(Actor()),
        26 => Acts.StopSelf(),
        27 => Acts.Tell(Actor(), PoisonPill.Instance),
        28 => Acts.Tell(Actor(), Kill.Instance),
        29 => Acts.Later(Actor(), Seconds(), _random.Next(2) == 0 ? PoisonPill.Instance : Kill.Instance),
        < 32 => Acts.Watch(Actor()),
        32 => Acts.Unwatch(Actor()),
        < 35 => Acts.Create(Kind()),
        35 => Acts.FailStarts(1 + _random.Next(2)),
        36 => Pause(depth, Acts.Resume),
        37 => Pause(depth, Acts.Restart),
        38 => Acts.Become(FormattableString.Invariant($"[{_random.Next(10)}]")),
        39 => Acts.BecomeStacked(FormattableString.Invariant($"[{_random.Next(10)}]")),
        40 => Acts.Unbecome(),
        41 => Acts.StashIt(),
        42 => Acts.Unstash(),
        43 => Acts.ReceiveTimeout(_random.Next(3) == 0 ? null : 1 + Seconds()),
        44 => Acts.Async(throws: _random.Next(3) == 0),
        _ => _random.Next(2) == 0 ? Acts.Identify(Actor()) : Acts.Select(Actor(), Note(depth)),
    };

    /// <summary>Suspends an actor, tells it something, and lets it go on at once or later.</summary>
    private Action<Player> Pause(int depth, Func<int, Action<Player>> goOn)
    {
        var (actor, note, helper, after) = (Actor(), Note(depth), Actor(), Seconds());
        return player =>
        {
            Acts.Suspend(actor)(player);
            Acts.Tell(actor, note)(player);
            Acts.Later(helper, after, new Note("go on", goOn(actor)))(player);
        };
    }
}
