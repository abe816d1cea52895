using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>Any received bytes yield a message that can be sent again or one type of exception, and never use much memory.</summary>
public sealed class HostMessageFuzzTests : IDisposable
{
    private const int Inputs = 100_000;
    private const long MostBytes = 64 * 1024;

    private readonly ActorSystem _system = SampleHostMessages.System();
    private readonly HostMessageSerializer _serializer;
    private readonly (string Manifest, byte[] Bytes)[] _valid;

    public HostMessageFuzzTests()
    {
        _serializer = SampleHostMessages.Serializer(_system);
        _valid = [.. SampleHostMessages.Messages.Select(message => (_serializer.Manifest(message), _serializer.ToBinary(message)))];
    }

    [Fact]
    public void Random_bytes_are_refused_or_valid()
    {
        var random = new Random(20_26);
        for (var i = 0; i < Inputs; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            Try(_valid[random.Next(_valid.Length)].Manifest, bytes);
        }
    }

    [Fact]
    public void Mutated_bytes_are_refused_or_valid()
    {
        var random = new Random(7);
        var understood = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var (manifest, bytes) = _valid[random.Next(_valid.Length)];
            understood += Try(manifest, Changed(bytes, random)) ? 1 : 0;
        }

        // Some must be refused and some read, or the test would prove nothing.
        understood.ShouldBeInRange(Inputs / 100, Inputs * 99 / 100);
    }

    [Fact]
    public void Deeply_nested_and_long_bytes_use_little_memory()
    {
        // Nested groups, a length beyond the end, and one field repeated many times.
        byte[][] bombs =
        [
            [.. Enumerable.Repeat((byte)0x7b, WireLimits.MaxBytes)],
            [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07, .. new byte[1000]],
            [.. Enumerable.Repeat<byte[]>([0x12, 0x00], WireLimits.MaxBytes / 2).SelectMany(pair => pair)],
        ];
        foreach (var bomb in bombs)
        {
            foreach (var (manifest, _) in _valid)
            {
                Try(manifest, bomb);
            }
        }
    }

    public void Dispose() => _system.Dispose();

    private bool Try(string manifest, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var message = (HostMessage)_serializer.FromBinary(bytes, manifest);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes);

            // A message that was read is within all limits, so it can be sent again.
            _serializer.ToBinary(message);
            return true;
        }
        catch (SerializationException)
        {
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes + (2 * bytes.Length));
            return false;
        }
    }

    private static byte[] Changed(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && changed.Count > 0; changes--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(5))
            {
                case 0: changed[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: changed[at] = (byte)random.Next(256); break;
                case 2: changed.RemoveAt(at); break;
                case 3: changed.Insert(at, (byte)random.Next(256)); break;
                default: changed.AddRange(bytes.Take(random.Next(bytes.Length + 1))); break;
            }
        }

        return [.. changed];
    }
}
