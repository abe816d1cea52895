using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire.Remoting;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Wire.Remoting;

/// <summary>An actor of ours on another node: it sends back what it is told, and breaks when it is told to.</summary>
[Deployable]
internal sealed class Cook(string stage, int number) : UntypedActor
{
    public const string WhoAreYou = "who are you?";
    public const string Break = "break";
    public const string WhyAnew = "why were you made anew?";

    private string _reason = "";

    public static Props Props(string stage, int number) => Akka.Actor.Props.Create(() => new Cook(stage, number));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case WhoAreYou:
                Sender.Tell($"{stage} {number} on {Context.System.Settings.Config.GetString("test.node")}");
                break;
            case Break:
                // Its inner exception has no serializer: it must not keep the failure from arriving.
                throw new AggregateException("the grinder jammed", new InvalidOperationException("a bean"));
            case WhyAnew:
                Sender.Tell(_reason);
                break;
            case HostMessage:
                Sender.Tell(message);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostRestart(Exception reason)
    {
        _reason = $"{reason.GetType().Name}: {reason.Message}";
        base.PostRestart(reason);
    }
}
