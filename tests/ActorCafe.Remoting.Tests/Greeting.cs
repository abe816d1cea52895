using ActorCafe.Remoting.Serialization;
using Akka.Actor;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ActorCafe.Remoting.Tests;

/// <summary>A message of our own.</summary>
internal sealed record Greeting(string Text);

/// <summary>Serializes <see cref="Greeting"/>s.</summary>
internal sealed class GreetingSerializer(ExtendedActorSystem system) : StrictSerializer<Greeting>(system, "greeting")
{
    public const int Id = 1499;
    public const string GreetingManifest = "G1";

    private static readonly MessageParser<StringValue> Parser = ParserOf(StringValue.Parser);

    public override int Identifier => Id;

    protected override int MaxBytes => 64;

    protected override string ManifestOf(Greeting message) => GreetingManifest;

    protected override IMessage Write(Greeting message) => new StringValue { Value = message.Text };

    protected override Greeting Read(byte[] bytes, string manifest) => new(FieldCheck.Name(Parser.ParseFrom(bytes).Value, 32, "text"));
}
