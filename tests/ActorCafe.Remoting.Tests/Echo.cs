using ActorCafe.Remoting.Serialization;
using Akka.Actor;

namespace ActorCafe.Remoting.Tests;

/// <summary>An actor of our own on another node: echoes greetings, and fails on request.</summary>
[Deployable]
internal sealed class Echo(string name, int number) : UntypedActor
{
    public const string WhoAreYou = "who are you?";
    public const string Fail = "fail";
    public const string WhyRestarted = "why were you restarted?";

    private string _reason = "";

    public static Props Props(string name, int number) => Akka.Actor.Props.Create(() => new Echo(name, number));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case WhoAreYou:
                Sender.Tell($"{name} {number} on {Context.System.Settings.Config.GetString("test.node")}");
                break;
            case Fail:
                // The inner exception has no serializer, which must not keep the failure from arriving.
                throw new AggregateException("the grinder jammed", new InvalidOperationException("a bean"));
            case WhyRestarted:
                Sender.Tell(_reason);
                break;
            case Greeting:
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
