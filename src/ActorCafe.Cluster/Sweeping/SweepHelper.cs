using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorCafe.Cluster.Wire;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// Plays pieces of sweeps on a node, so many side by side as it is set to, off the actors' threads. What it was given and has not
/// begun waits; what a sweep that is gone wanted is dropped.
/// </summary>
internal sealed class SweepHelper : ReceiveActor
{
    /// <summary>The actor's name: a sweep finds it by it.</summary>
    public const string Name = "sweep-helper";

    // A sweep that took a node for lost and found it again may give new pieces while those of before are still in hand.
    private const int MostTimesParallel = 4;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly int _parallel;
    private readonly SweepPlayer _play;
    private readonly Func<Address, bool> _isSweep;
    private readonly List<Hand> _inHand = [];
    private readonly Queue<Hand> _waiting = [];
    private int _playing;

    public SweepHelper(int parallel, SweepPlayer play, Func<Address, bool> isSweep)
    {
        _parallel = parallel;
        _play = play;
        _isSweep = isSweep;
        Receive<SweepMessage>(_ => !_isSweep(Sender.Path.Address), _ => _log.Warning("{Sender} is no sweep of this cluster: its message was dropped", Sender));
        Receive<SweepMessage.WhoHelps>(question => Sender.Tell(new SweepMessage.Helps(
            question.Round, _parallel, SweepBuild.Here, [.. _inHand.Where(hand => hand.Sweep.Equals(Sender)).Select(hand => hand.Piece.Piece)])));
        Receive<SweepMessage.Play>(Take);
        Receive<Ended>(Answer);
        Receive<Terminated>(gone => Drop(hand => hand.Sweep.Equals(gone.ActorRef)));
    }

    /// <param name="parallel">The pieces it plays side by side; 0: none.</param>
    /// <param name="play">Plays one.</param>
    /// <param name="isSweep">Whether a member of this address is one that nodes play for.</param>
    public static Props Props(int parallel, SweepPlayer play, Func<Address, bool> isSweep) =>
        Akka.Actor.Props.Create(() => new SweepHelper(parallel, play, isSweep));

    // The node closes, or the actor is made anew: what is played then is wanted no more.
    protected override void PostStop() => Drop(_ => true);

    private void Take(SweepMessage.Play piece)
    {
        var ofSweep = _inHand.Where(hand => hand.Sweep.Equals(Sender)).ToArray();
        if (ofSweep.Any(hand => hand.Piece.Piece == piece.Piece))
        {
            return;
        }

        if (ofSweep.Length >= _parallel * MostTimesParallel)
        {
            _log.Warning("A sweep gave this node more than {Most} pieces at once: one was dropped", _parallel * MostTimesParallel);
            return;
        }

        var hand = new Hand(Sender, piece, new CancellationTokenSource());
        Context.Watch(Sender);
        _inHand.Add(hand);
        _waiting.Enqueue(hand);
        BeginNext();
    }

    private void BeginNext()
    {
        while (_playing < _parallel && _waiting.TryDequeue(out var hand))
        {
            if (_inHand.Contains(hand))
            {
                _playing++;
                PlayAsync(hand, _play).PipeTo(Self);
            }
        }
    }

    private void Answer(Ended ended)
    {
        _playing--;
        if (_inHand.Remove(ended.Hand) && ended.Answer is { } answer)
        {
            ended.Hand.Sweep.Tell(answer);
        }

        ended.Hand.Closing.Dispose();
        BeginNext();
    }

    private void Drop(Predicate<Hand> isUnwanted)
    {
        foreach (var hand in _inHand.FindAll(isUnwanted))
        {
            hand.Closing.Cancel();
            _inHand.Remove(hand);
        }
    }

    private static Task<Ended> PlayAsync(Hand hand, SweepPlayer play) => Task.Run(async () =>
    {
        try
        {
            var result = await play(hand.Piece.Shop, hand.Piece.Replication, hand.Closing.Token).ConfigureAwait(false);
            // One that was closed before its end is another shop's result.
            return new Ended(hand, result.Interrupted ? null : Answer(hand.Piece, result));
        }
        catch (Exception failure)
        {
            return new Ended(hand, new SweepMessage.Failed(
                hand.Piece.Piece, failure is ShopFailedException ? failure.Message : $"something unforeseen went wrong: {failure.Message}"));
        }
    });

    private static SweepMessage Answer(SweepMessage.Play piece, ShopResult result)
    {
        var bytes = ResultBytes.Write(result);
        return bytes.Length + WireLimits.MaxName <= WireLimits.MaxSweepBytes
            ? new SweepMessage.Played(piece.Piece, ImmutableCollectionsMarshal.AsImmutableArray(bytes))
            : new SweepMessage.Failed(piece.Piece, $"its result has {bytes.Length} bytes, more than can be sent ({WireLimits.MaxSweepBytes})");
    }

    /// <summary>A piece that has been taken.</summary>
    private sealed record Hand(IActorRef Sweep, SweepMessage.Play Piece, CancellationTokenSource Closing);

    private sealed record Ended(Hand Hand, SweepMessage? Answer);
}

/// <summary>Plays one replication of a shop that was sent.</summary>
/// <param name="shop">The shop.</param>
/// <param name="replication">Which replication, from 1.</param>
/// <param name="closing">Brings it to an early end, with a result that says so.</param>
public delegate Task<ShopResult> SweepPlayer(ShopText shop, int replication, CancellationToken closing);
