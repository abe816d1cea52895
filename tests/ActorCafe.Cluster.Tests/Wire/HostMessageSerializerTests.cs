using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire;
using ActorCafe.Cluster.Wire.Proto;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Tests.Wire;

public sealed class HostMessageSerializerTests : IDisposable
{
    private static readonly AssignmentData Given = new() { Front = 1, Number = 1 };

    private readonly ActorSystem _system = SampleHostMessages.System();
    private readonly HostMessageSerializer _serializer;

    public HostMessageSerializerTests() => _serializer = SampleHostMessages.Serializer(_system);

    public static TheoryData<string, byte[]> Absurd() => new()
    {
        { "X1", [] },
        { "", [] },
        { "ActorCafe.Cluster.Hosts.HostMessage+Thanks, ActorCafe.Cluster", [] },
        { HostMessageSerializer.ServedAcknowledgedManifest, [] },
        { HostMessageSerializer.ServedAcknowledgedManifest, new ServedAcknowledgedData { Assignment = new AssignmentData { Number = -1 } }.ToByteArray() },
        { HostMessageSerializer.TakenManifest, [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07] },
        { HostMessageSerializer.LocatedManifest, new LocatedData { Name = new string('x', 257) }.ToByteArray() },
        { HostMessageSerializer.LocatedManifest, [0x0a, 0x02, 0xc3, 0x28] },
        { HostMessageSerializer.GivenBackManifest, new GivenBackData { Assignment = Given, Reason = new string('x', 1025) }.ToByteArray() },
        { HostMessageSerializer.ServeManifest, Serve(data => data.Order = 0) },
        { HostMessageSerializer.ServeManifest, Serve(data => data.Drink = "") },
        { HostMessageSerializer.ServeManifest, Serve(data => data.NextStep = -1) },
        { HostMessageSerializer.ServeManifest, Serve(data => data.NextStep = int.MaxValue) },
        { HostMessageSerializer.ServeManifest, Serve(data => data.Repetition = -1) },
        { HostMessageSerializer.ServeManifest, Serve(data => data.Lease = -1) },
        { HostMessageSerializer.ServeManifest, Serve(data => data.Lease = long.MaxValue) },
        { HostMessageSerializer.ServeManifest, Serve(data => data.TraceParent = new string('0', 129)) },
        { HostMessageSerializer.ServedManifest, new ServedData { Assignment = Given, Service = long.MinValue }.ToByteArray() },
        { HostMessageSerializer.LocateManifest, new byte[WireLimits.MaxBytes + 1] },
    };

    [Fact]
    public void Every_message_arrives_as_it_was_sent()
    {
        foreach (var message in SampleHostMessages.Messages)
        {
            _serializer.FromBinary(_serializer.ToBinary(message), _serializer.Manifest(message)).ShouldBe(message);
        }
    }

    [Fact]
    public void Every_kind_of_message_has_a_manifest_of_its_own()
    {
        var kinds = typeof(HostMessage).GetNestedTypes().Length;

        SampleHostMessages.Messages.Select(_serializer.Manifest).Distinct().Count().ShouldBe(kinds);
    }

    [Theory]
    [MemberData(nameof(Absurd))]
    public void Invalid_messages_are_refused_with_one_type_of_exception(string manifest, byte[] bytes) =>
        Should.Throw<SerializationException>(() => _serializer.FromBinary(bytes, manifest)).Message.ShouldContain("refused");

    [Fact]
    public void A_truncated_message_is_refused_or_still_valid()
    {
        foreach (var message in SampleHostMessages.Messages)
        {
            var bytes = _serializer.ToBinary(message);
            for (var length = 0; length < bytes.Length; length++)
            {
                try
                {
                    _serializer.FromBinary(bytes[..length], _serializer.Manifest(message)).ShouldBeOfType(message.GetType());
                }
                catch (SerializationException)
                {
                }
            }
        }
    }

    [Fact]
    public void Fields_of_a_later_version_are_ignored()
    {
        foreach (var message in SampleHostMessages.Messages)
        {
            byte[] later = [.. _serializer.ToBinary(message), .. new ThanksOfLater("milk").ToBytes()];

            _serializer.FromBinary(later, _serializer.Manifest(message)).ShouldBe(message);
        }
    }

    [Fact]
    public void An_invalid_message_already_fails_at_the_sender()
    {
        var assignment = new Assignment(1, 1);

        Should.Throw<SerializationException>(() => _serializer.ToBinary(new HostMessage.ServedAcknowledged(new Assignment(1, 0))));
        Should.Throw<SerializationException>(() => _serializer.ToBinary(new HostMessage.Served(assignment, 7, -1, 0, TimeSpan.Zero)));
        Should.Throw<SerializationException>(() => _serializer.ToBinary(new HostMessage.Served(assignment, 7, 0, 0, TimeSpan.FromTicks(-1))));
        Should.Throw<SerializationException>(() => _serializer.ToBinary("hello"));
        Should.Throw<SerializationException>(() => _serializer.Manifest("hello"));
    }

    [Fact]
    public void A_long_reason_is_truncated_and_the_order_comes_back()
    {
        var message = new HostMessage.GivenBack(new Assignment(1, 1), new string('x', 100_000));

        var read = _serializer.FromBinary(_serializer.ToBinary(message), HostMessageSerializer.GivenBackManifest);

        read.ShouldBe(message with { Reason = new string('x', WireLimits.MaxReason) });
    }

    public void Dispose() => _system.Dispose();

    private static byte[] Serve(Action<ServeData> change)
    {
        var data = new ServeData { Assignment = Given, Order = 1, Drink = "coffee" };
        change(data);
        return data.ToByteArray();
    }

    // Field 999, a string, as raw protobuf bytes.
    private sealed record ThanksOfLater(string Text)
    {
        public byte[] ToBytes() => [0xba, 0x3e, (byte)Text.Length, .. System.Text.Encoding.ASCII.GetBytes(Text)];
    }
}
