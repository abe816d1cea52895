using System.Runtime.Serialization;
using Akka.Actor;

namespace ActorCafe.Remoting.Tests.Serialization;

public sealed class StrictSerializerTests : IDisposable
{
    private readonly ActorSystem _system = Nodes.Start(Nodes.Plain("akka.actor.provider = local"));
    private readonly GreetingSerializer _serializer;

    public StrictSerializerTests() => _serializer = new GreetingSerializer((ExtendedActorSystem)_system);

    [Fact]
    public void A_message_arrives_as_it_was_sent()
    {
        var greeting = new Greeting("good morning");

        _serializer.FromBinary(_serializer.ToBinary(greeting), _serializer.Manifest(greeting)).ShouldBe(greeting);
    }

    [Fact]
    public void A_message_over_the_limit_is_neither_sent_nor_read()
    {
        Should.Throw<SerializationException>(() => _serializer.ToBinary(new Greeting(new string('x', 63))))
            .Message.ShouldBe("Greeting cannot be sent: it has 65 bytes, more than 64");
        Should.Throw<SerializationException>(() => _serializer.FromBinary(new byte[65], "G1"))
            .Message.ShouldBe("A greeting message of 65 bytes was refused: more than 64");
    }

    [Fact]
    public void A_strangers_manifest_is_logged_short_and_on_one_line() =>
        Should.Throw<SerializationException>(() => _serializer.FromBinary([0x0a, 0x07], $"G\r\n{new string('1', 100)}"))
            .Message.ShouldStartWith("A greeting message [G??1111111111111] of 2 bytes was refused: ");

    [Fact]
    public void A_message_of_another_kind_is_not_sent() =>
        Should.Throw<SerializationException>(() => _serializer.Manifest("hello")).Message.ShouldBe("System.String is not a message of the greeting");

    public void Dispose() => _system.Dispose();
}
