using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using Akka.Actor;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// Gives out the pieces of a sweep to the nodes that help, and again where a node was lost with them. Whichever answer to a piece
/// comes first counts: it is the same from every node.
/// </summary>
internal sealed class SweepDesk : ReceiveActor, IWithTimers
{
    /// <summary>A node is there that may help.</summary>
    public sealed record Came(Address Node);

    /// <summary>A node is gone, closing, or not reached.</summary>
    public sealed record Lost(Address Node);

    /// <summary>Look who helps, and what they have in hand.</summary>
    public sealed record Look
    {
        public static Look Instance { get; } = new();
    }

    /// <summary>Tell what there is, and end.</summary>
    public sealed record Close
    {
        public static Close Instance { get; } = new();
    }

    // A node that is there answers the first question.
    private const int LooksBeforeSaying = 3;

    private readonly SweepOrder _order;
    private readonly Func<Address, ICanTell> _helperAt;
    private readonly ChannelWriter<SweepFact> _facts;
    private readonly TimeSpan _everyLook;
    private readonly SweepWork _work;
    private readonly Dictionary<Address, Helper> _helpers = [];
    private readonly HashSet<Address> _strange = [];
    private int _round;
    private int _looksInVain;
    private long _givenAgain;
    private long _duplicates;

    public SweepDesk(SweepOrder order, Func<Address, ICanTell> helperAt, ChannelWriter<SweepFact> facts, TimeSpan everyLook)
    {
        _order = order;
        _helperAt = helperAt;
        _facts = facts;
        _everyLook = everyLook;
        _work = new SweepWork(order.Points.Length, order.Replications);
        Receive<Came>(came => Meet(came.Node));
        Receive<Lost>(lost => Lose(lost.Node));
        Receive<Look>(_ => LookAround());
        Receive<Close>(_ => Context.Stop(Self));
        Receive<SweepMessage.Helps>(Hear);
        Receive<SweepMessage.Played>(Note);
        Receive<SweepMessage.Failed>(Note);
        Receive<Terminated>(gone => Lose(gone.ActorRef));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="order">What is to be played.</param>
    /// <param name="helperAt">Where the helper of a node is spoken to.</param>
    /// <param name="facts">Told what happens; completed at the end.</param>
    /// <param name="everyLook">How often nodes are asked.</param>
    public static Props Props(SweepOrder order, Func<Address, ICanTell> helperAt, ChannelWriter<SweepFact> facts, TimeSpan everyLook) =>
        Akka.Actor.Props.Create(() => new SweepDesk(order, helperAt, facts, everyLook));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(Look.Instance, Look.Instance, _everyLook);
        EndIfOver();
    }

    // Also where the whole actor system ends, since the cluster took it for lost.
    protected override void PostStop()
    {
        var shares = _helpers.Values.Where(helper => helper.Played > 0).Select(helper => new SweepShare(Name(helper.Node), helper.Played));
        Tell(new SweepFact.Over(new SweepReport([.. shares], _givenAgain, _duplicates), _work.IsOver));
        _facts.TryComplete();
    }

    private void Meet(Address node)
    {
        if (!_helpers.TryGetValue(node, out var helper))
        {
            _helpers[node] = helper = new Helper(node, _helperAt(node));
        }

        helper.IsThere = true;
        Ask(helper);
    }

    private void LookAround()
    {
        _round++;
        foreach (var helper in _helpers.Values.Where(helper => helper.IsThere))
        {
            Ask(helper);
        }

        _looksInVain = _helpers.Values.Any(helper => helper.Helps) ? 0 : _looksInVain + 1;
        if (_looksInVain == LooksBeforeSaying)
        {
            Tell(new SweepFact.Said("no node plays for this sweep at the moment: it waits for one of role grinder or machine that may (cafe.cluster.sweep.parallel)"));
        }
    }

    private void Ask(Helper helper) => helper.Door.Tell(new SweepMessage.WhoHelps(_round), Self);

    private void Hear(SweepMessage.Helps answer)
    {
        var node = Sender.Path.Address;
        if (!_helpers.TryGetValue(node, out var helper) || !helper.IsThere)
        {
            return;
        }

        if (answer.Build != SweepBuild.Here)
        {
            if (_strange.Add(node))
            {
                Tell(new SweepFact.Said($"{Name(node)} is not asked: it plays by {answer.Build}, this sweep by {SweepBuild.Here}, and numbers may differ"));
            }

            return;
        }

        if (!Sender.Equals(helper.Ref))
        {
            // Another life of the node, which knows nothing of what the former had in hand.
            PutBackAll(helper);
            helper.Ref = Context.Watch(Sender);
        }

        helper.Parallel = answer.Parallel;
        // What was given before this question and is not in hand, was lost on its way: there or back.
        PutBack(helper, piece => helper.InHand[piece] < answer.Round && !answer.InHand.Contains(piece));
        _looksInVain = helper.Helps ? 0 : _looksInVain;
        GiveOut();
    }

    /// <summary>To whoever has least in hand, as long as there is room.</summary>
    private void GiveOut()
    {
        while (_helpers.Values.Where(helper => helper.HasRoom).MinBy(helper => helper.InHand.Count) is { } helper && _work.Take() is { } taken)
        {
            _givenAgain += taken.IsAgain ? 1 : 0;
            helper.InHand[taken.Piece] = _round;
            helper.Ref!.Tell(new SweepMessage.Play(taken.Piece, _work.ReplicationOf(taken.Piece), _order.Points[_work.PointOf(taken.Piece)].Text()));
        }
    }

    private void Note(SweepMessage.Played played)
    {
        var helper = Settle(played.Piece);
        if (_work.IsDone(played.Piece))
        {
            _duplicates++;
        }
        else if (Read(played) is { } result)
        {
            if (helper is not null)
            {
                helper.Played++;
            }

            if (_work.Done(played.Piece, result) is { IsEmpty: false } runs)
            {
                var point = _work.PointOf(played.Piece);
                Tell(new SweepFact.Finished(point, Simulation.Combine(runs, _order.Points[point].Settings) with { WallSeconds = runs.Sum(run => run.WallSeconds) }));
            }
        }
        else
        {
            _work.Fail(played.Piece);
            Tell(new SweepFact.Failed(_work.PointOf(played.Piece), $"the answer of {Name(Sender.Path.Address)} is no result of this shop"));
        }

        GoOn();
    }

    private void Note(SweepMessage.Failed failed)
    {
        Settle(failed.Piece);
        if (!_work.IsDone(failed.Piece))
        {
            _work.Fail(failed.Piece);
            Tell(new SweepFact.Failed(_work.PointOf(failed.Piece), failed.Reason));
        }

        GoOn();
    }

    private void GoOn()
    {
        Tell(new SweepFact.Progressed(_work.Share));
        GiveOut();
        EndIfOver();
    }

    private Helper? Settle(long piece)
    {
        var helper = _helpers.GetValueOrDefault(Sender.Path.Address);
        helper?.InHand.Remove(piece);
        return helper;
    }

    private ShopResult? Read(SweepMessage.Played played)
    {
        try
        {
            var result = ResultBytes.Read(played.Result.AsSpan());
            var shop = _order.Points[_work.PointOf(played.Piece)].Settings;
            return result.Replications == 1
                && result.Stages.Select(stage => stage.Name).SequenceEqual(shop.Stages.Select(stage => stage.Name))
                && result.Drinks.Select(drink => drink.Name).SequenceEqual(shop.Menu.Select(drink => drink.Name)) ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Lose(Address node)
    {
        if (_helpers.TryGetValue(node, out var helper))
        {
            helper.IsThere = false;
            PutBackAll(helper);
            GiveOut();
        }
    }

    private void Lose(IActorRef gone)
    {
        // A later life of the same node may be there already.
        if (_helpers.Values.FirstOrDefault(helper => gone.Equals(helper.Ref)) is { } helper)
        {
            helper.Ref = null;
            PutBackAll(helper);
            GiveOut();
        }
    }

    private void PutBackAll(Helper helper) => PutBack(helper, _ => true);

    private void PutBack(Helper helper, Func<long, bool> isLost)
    {
        foreach (var piece in helper.InHand.Keys.Where(isLost).ToArray())
        {
            helper.InHand.Remove(piece);
            _work.PutBack(piece);
        }
    }

    private void EndIfOver()
    {
        if (_work.IsOver)
        {
            Context.Stop(Self);
        }
    }

    private static string Name(Address node) => string.Create(CultureInfo.InvariantCulture, $"{node.Host}:{node.Port}");

    private void Tell(SweepFact fact) => _facts.TryWrite(fact);

    /// <summary>A node that may help, as it is known.</summary>
    private sealed class Helper(Address node, ICanTell door)
    {
        public Address Node { get; } = node;

        public ICanTell Door { get; } = door;

        /// <summary>Whether the node is a member that is reached.</summary>
        public bool IsThere { get; set; }

        /// <summary>Its helper, once it has answered; null: it has not, or has ended.</summary>
        public IActorRef? Ref { get; set; }

        public int Parallel { get; set; }

        /// <summary>The pieces it was given, each with the round in which it was.</summary>
        public Dictionary<long, int> InHand { get; } = [];

        public long Played { get; set; }

        public bool Helps => IsThere && Ref is not null && Parallel > 0;

        public bool HasRoom => Helps && InHand.Count < Parallel;
    }
}
