using System.Runtime.CompilerServices;
using ActorCafe.Cluster.Wire;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>
/// The bytes of version 1, kept beside this file: a manifest and the message in hexadecimal a line. They are what nodes of another
/// version send, so they are never changed; a message said otherwise gets a manifest of a later version, and lines of its own.
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

        // To approve: UPDATE_KITCHEN_BYTES=1, and look at the difference.
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
