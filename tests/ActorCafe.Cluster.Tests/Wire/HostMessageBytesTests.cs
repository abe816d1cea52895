using System.Runtime.CompilerServices;
using ActorCafe.Cluster.Wire;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>
/// The bytes of version 1, kept next to this file: one line per message, with its manifest and its bytes in hexadecimal. Nodes of other
/// versions send them, so they never change. A new format gets a manifest of a later version, and its own lines.
/// </summary>
public sealed class HostMessageBytesTests : IDisposable
{
    private readonly ActorSystem _system = SampleHostMessages.System();
    private readonly HostMessageSerializer _serializer;

    public HostMessageBytesTests() => _serializer = SampleHostMessages.Serializer(_system);

    [Fact]
    public void The_bytes_on_the_wire_are_those_that_were_approved()
    {
        var received = SampleHostMessages.Messages.Select(message => $"{_serializer.Manifest(message)} {Convert.ToHexString(_serializer.ToBinary(message))}").ToArray();

        // To approve changes, set UPDATE_KITCHEN_BYTES=1 and review the difference.
        if (Environment.GetEnvironmentVariable("UPDATE_KITCHEN_BYTES") == "1")
        {
            File.WriteAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "kitchen-v1.hex"), received);
        }

        received.ShouldBe(Approved());
    }

    [Fact]
    public void The_bytes_of_version_1_are_still_read()
    {
        var read = Approved().Select(line => line.Split(' ')).Select(line => _serializer.FromBinary(Convert.FromHexString(line[1]), line[0]));

        read.ShouldBe(SampleHostMessages.Messages);
    }

    public void Dispose() => _system.Dispose();

    private static string[] Approved() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Wire", "kitchen-v1.hex"));

    private static string Here([CallerFilePath] string path = "") => path;
}
