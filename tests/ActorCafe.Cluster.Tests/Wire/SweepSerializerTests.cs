using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire;
using ActorCafe.Cluster.Wire.Proto;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>The bytes of sweep messages. Those of version 1 are kept next to this file and must always be readable.</summary>
public sealed class SweepSerializerTests : IDisposable
{
    private const int Inputs = 50_000;

    private readonly ActorSystem _system = SampleHostMessages.System();
    private readonly SweepSerializer _serializer;

    public SweepSerializerTests() => _serializer = SampleSweepMessages.Serializer(_system);

    public static TheoryData<string, byte[]> Absurd() => new()
    {
        { "X1", [] },
        { "", [] },
        { "ActorCafe.Cluster.Sweeping.SweepMessage+RunReplication, ActorCafe.Cluster", [] },
        { SweepSerializer.PollCapacityManifest, new PollCapacityData { Round = -1 }.ToByteArray() },
        { SweepSerializer.CapacityReportManifest, new CapacityReportData { Parallel = -1 }.ToByteArray() },
        { SweepSerializer.CapacityReportManifest, new CapacityReportData { Parallel = WireLimits.MaxParallel + 1 }.ToByteArray() },
        { SweepSerializer.CapacityReportManifest, new CapacityReportData { Unfinished = { 0L } }.ToByteArray() },
        { SweepSerializer.CapacityReportManifest, new CapacityReportData { Build = new string('x', 257) }.ToByteArray() },
        { SweepSerializer.RunReplicationManifest, [] },
        { SweepSerializer.RunReplicationManifest, new RunReplicationData { TaskId = 1 }.ToByteArray() },
        { SweepSerializer.RunReplicationManifest, new RunReplicationData { TaskId = -1, Replication = 1 }.ToByteArray() },
        { SweepSerializer.RunReplicationManifest, new RunReplicationData { TaskId = 1, Replication = int.MaxValue }.ToByteArray() },
        { SweepSerializer.RunReplicationManifest, new RunReplicationData { TaskId = 1, Replication = 1, Files = { new ShopFileData { Name = new string('x', 4097) } } }.ToByteArray() },
        { SweepSerializer.ReplicationCompletedManifest, [0x12, 0xff, 0xff, 0xff, 0xff, 0x07] },
        { SweepSerializer.ReplicationFailedManifest, new ReplicationFailedData { TaskId = 1, Reason = new string('x', 1025) }.ToByteArray() },
        { SweepSerializer.ReplicationCompletedManifest, new byte[WireLimits.MaxSweepBytes + 1] },
    };

    [Fact]
    public void The_bytes_on_the_wire_are_those_that_were_approved()
    {
        var received = SampleSweepMessages.Messages.Select(message => $"{_serializer.Manifest(message)} {Convert.ToHexString(_serializer.ToBinary(message))}").ToArray();

        // To approve changes, set UPDATE_SWEEP_BYTES=1 and review the difference.
        if (Environment.GetEnvironmentVariable("UPDATE_SWEEP_BYTES") == "1")
        {
            File.WriteAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "sweep-v1.hex"), received);
        }

        received.ShouldBe(Approved());
    }

    [Fact]
    public void The_bytes_of_version_1_are_still_read()
    {
        foreach (var ((bytes, manifest), message) in Approved().Select(line => line.Split(' ')).Select(line => (Convert.FromHexString(line[1]), line[0])).Zip(SampleSweepMessages.Messages))
        {
            // Compares lists by their elements.
            _serializer.FromBinary(bytes, manifest).ShouldBeEquivalentTo(message);
        }
    }

    [Fact]
    public void Every_kind_of_message_has_a_manifest_of_its_own() =>
        SampleSweepMessages.Messages.Select(_serializer.Manifest).Distinct().Count().ShouldBe(typeof(SweepMessage).GetNestedTypes().Length);

    [Theory]
    [MemberData(nameof(Absurd))]
    public void Invalid_messages_are_refused_with_one_type_of_exception(string manifest, byte[] bytes) =>
        Should.Throw<SerializationException>(() => _serializer.FromBinary(bytes, manifest)).Message.ShouldContain("refused");

    [Fact]
    public void Mutated_bytes_are_refused_or_valid_and_use_little_memory()
    {
        var random = new Random(20_26);
        var valid = SampleSweepMessages.Messages.Select(message => (Manifest: _serializer.Manifest(message), Bytes: _serializer.ToBinary(message))).ToArray();
        var understood = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var (manifest, bytes) = valid[random.Next(valid.Length)];
            bytes = [.. bytes];
            for (var changes = random.Next(1, 4); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                _serializer.ToBinary(_serializer.FromBinary(bytes, manifest));
                understood++;
            }
            catch (SerializationException)
            {
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024);
        }

        understood.ShouldBeInRange(Inputs / 100, Inputs * 99 / 100);
    }

    [Fact]
    public void An_invalid_message_already_fails_at_the_sender()
    {
        var shop = new ShopText("", []);

        Should.Throw<SerializationException>(() => _serializer.ToBinary(new SweepMessage.RunReplication(0, 1, shop)));
        Should.Throw<SerializationException>(() => _serializer.ToBinary(new SweepMessage.RunReplication(1, 0, shop)));
        Should.Throw<SerializationException>(() => _serializer.ToBinary(new SweepMessage.ReplicationCompleted(1, [.. new byte[WireLimits.MaxSweepBytes]]))).Message.ShouldContain("more than 114688");
        Should.Throw<SerializationException>(() => _serializer.ToBinary("hello"));
        Should.Throw<SerializationException>(() => _serializer.Manifest("hello"));
    }

    [Fact]
    public void The_largest_allowed_shop_can_be_sent_and_one_byte_more_is_detected_beforehand()
    {
        static ShopText Shop(int bytes) => new("", [new("a", [.. new byte[bytes]])]);
        var room = SweepSerializer.MaxMessageBytes - SweepSerializer.SizeOf(Shop(100_000)) + 100_000;

        SweepSerializer.SizeOf(Shop(room)).ShouldBe(SweepSerializer.MaxMessageBytes);
        _serializer.ToBinary(new SweepMessage.RunReplication(long.MaxValue, int.MaxValue, Shop(room))).Length.ShouldBe(SweepSerializer.MaxMessageBytes);
        SweepSerializer.SizeOf(Shop(room + 1)).ShouldBeGreaterThan(SweepSerializer.MaxMessageBytes);
    }

    [Fact]
    public void A_long_reason_is_truncated_and_arrives() =>
        ((SweepMessage.ReplicationFailed)_serializer.FromBinary(_serializer.ToBinary(new SweepMessage.ReplicationFailed(1, new string('x', 100_000))), SweepSerializer.ReplicationFailedManifest))
            .Reason.Length.ShouldBe(WireLimits.MaxReason);

    public void Dispose() => _system.Dispose();

    private static string[] Approved() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Wire", "sweep-v1.hex"));

    private static string Here([CallerFilePath] string path = "") => path;
}
