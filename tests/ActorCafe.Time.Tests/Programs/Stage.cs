using System.Globalization;
using Akka.Actor;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>The actors that take part in a program, and the log of what they see.</summary>
internal sealed class Stage(VirtualKernel kernel)
{
    private readonly List<IActorRef> _actors = [];
    private readonly List<string> _log = [];
    private readonly HashSet<object> _stashed = new(ReferenceEqualityComparer.Instance);

    public VirtualKernel Kernel => kernel;

    /// <summary>How often in a row the start of an actor fails.</summary>
    public int FailingStarts { get; set; }

    public IReadOnlyList<string> Log => _log;

    public IActorRef this[int number] => _actors[number % _actors.Count];

    public void Add(IActorRef actor) => _actors.Add(actor);

    public string NextName() => "a" + _actors.Count.ToString(CultureInfo.InvariantCulture);

    public void Write(string line) => _log.Add(string.Create(CultureInfo.InvariantCulture, $"{kernel.Now.TotalSeconds} {line}"));

    /// <summary>Whether the message has not been stashed before.</summary>
    public bool MayStash(object message) => _stashed.Add(message);

    public bool MayStart()
    {
        if (FailingStarts == 0)
        {
            return true;
        }

        FailingStarts--;
        return false;
    }
}
