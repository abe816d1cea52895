using ActorCafe.Remoting.Serialization;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace ActorCafe.Remoting.Tests;

/// <summary>
/// A stranger with a plain actor system reaches the port of a node. Each attack is also tried on a plain node, where it succeeds, which
/// shows that it is one.
/// </summary>
[Collection(Strangers.Collection)]
public sealed class StrangerTests : TestKit
{
    private const string Barrier = "is anybody there?";

    private readonly ActorSystem _stranger = Nodes.Start(Nodes.Plain(Forged.Hocon));

    public StrangerTests(ITestOutputHelper output)
        : base(Nodes.Hardened(), "cafe", output)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        Sys.ActorOf(Forwarder.Props(TestActor), "forwarder");
    }

    [Fact]
    public async Task Json_that_names_a_type_is_refused()
    {
        var thing = new Strangers.Thing { Name = "made by a stranger" };

        await AttackedAsync(node => Tell(node, thing), "it is JSON");
    }

    [Fact]
    public async Task Json_that_names_a_type_is_refused_by_an_actor_that_is_known_too()
    {
        var forwarder = await Nodes.Select(_stranger, Sys, "/user/forwarder").ResolveOne(TimeSpan.FromSeconds(30));
        var thing = new Strangers.Thing();
        Strangers.Forget();

        forwarder.Tell(thing);

        await RefusedAsync("it is JSON");
    }

    [Fact]
    public async Task A_protobuf_payload_that_names_a_type_is_refused() =>
        await AttackedAsync(node => Tell(node, new Forged.Protobuf(Forged.NameOf<Strangers.Thing>(), [])), "protobuf by type name");

    [Fact]
    public async Task A_payload_for_the_Hyperion_serializer_finds_none()
    {
        Tell(Sys, new Forged.Hyperion(Forged.NameOf<Strangers.Thing>(), [1, 2, 3]));

        await RefusedAsync("-5");
        AppDomain.CurrentDomain.GetAssemblies().ShouldNotContain(assembly => assembly.GetName().Name!.Contains("Hyperion"));
    }

    [Fact]
    public async Task A_failure_brings_its_message_and_not_its_type()
    {
        await SucceedsAsync(node => Tell(node, new Status.Failure(new Strangers.Failure())));

        Strangers.Forget();
        Tell(Sys, new Status.Failure(new Strangers.Failure()));
        var failure = await ExpectMsgAsync<Status.Failure>();

        failure.Cause.ShouldBeOfType<RemoteException>().Message.ShouldBe("made by a stranger");
        Strangers.Made.ShouldBe(0);
    }

    [Fact]
    public async Task An_actor_that_is_not_ours_is_not_deployed() =>
        await AttackedAsync(
            node => _stranger.ActorOf(Props.Create<Strangers.Guest>().WithDeploy(new Deploy(new RemoteScope(Nodes.AddressOf(node))))),
            "may be deployed");

    [Fact]
    public async Task A_message_of_ours_still_arrives_after_bytes_that_make_no_sense()
    {
        using var colleague = Nodes.Start(Nodes.Hardened());
        Tell(Sys, new Forged.Protobuf("S1", [1, 2, 3]));
        await RefusedAsync("protobuf by type name");

        var message = new Greeting("hello");
        Nodes.Select(colleague, Sys, "/user/forwarder").Tell(message);
        await ExpectMsgAsync(message);
        await colleague.Terminate();
    }

    protected override void AfterAll()
    {
        _stranger.Terminate().Wait();
        base.AfterAll();
    }

    /// <summary>The attack succeeds on a plain node; ours refuses and logs it, creates nothing, and goes on.</summary>
    private async Task AttackedAsync(Action<ActorSystem> attack, string refusal)
    {
        await SucceedsAsync(attack);

        Strangers.Forget();
        attack(Sys);
        await RefusedAsync(refusal);
    }

    private async Task SucceedsAsync(Action<ActorSystem> attack)
    {
        using var plain = Nodes.Start(Nodes.Plain());
        plain.ActorOf(Forwarder.Props(ActorRefs.Nobody), "forwarder");
        Strangers.Forget();
        attack(plain);
        await AwaitConditionAsync(() => Task.FromResult(Strangers.Made > 0), TimeSpan.FromSeconds(30));
        await plain.Terminate();
    }

    private async Task RefusedAsync(string refusal)
    {
        await FishForMessageAsync<Warning>(warning => $"{warning.Message} {warning.Cause}".Contains(refusal), TimeSpan.FromSeconds(30));

        // A later message on the same connection shows that the attack is over.
        Tell(Sys, Barrier);
        await FishForMessageAsync<string>(text => text == Barrier, TimeSpan.FromSeconds(30));
        Strangers.Made.ShouldBe(0);
    }

    private void Tell(ActorSystem node, object message) => Nodes.Select(_stranger, node, "/user/forwarder").Tell(message);

    private sealed class Forwarder(IActorRef listener) : UntypedActor
    {
        public static Props Props(IActorRef listener) => Akka.Actor.Props.Create(() => new Forwarder(listener));

        protected override void OnReceive(object message) => listener.Forward(message);
    }
}
