using System.Buffers.Binary;
using System.IO.Hashing;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>A fingerprint (XXH3, 64 bits) of every order's times and outcome, in the order of leaving.</summary>
internal sealed class Checksum
{
    private readonly XxHash3 _hash = new();
    private readonly byte[] _rows = new byte[8192];
    private int _filled;

    public void Add(OrderSlip order)
    {
        var visits = order.Visits;
        Write(order.Number);
        Write(order.Placed.Ticks);
        Write(order.Left.Ticks);
        Write((long)order.Outcome);
        foreach (ref readonly var visit in visits)
        {
            Write(visit.Enqueued?.Ticks ?? -1);
            Write(visit.Started?.Ticks ?? -1);
            Write(visit.Finished?.Ticks ?? -1);
        }
    }

    /// <summary>The fingerprint of several runs in their order.</summary>
    public static string Of(IEnumerable<string> checksums) =>
        Convert.ToHexStringLower(XxHash3.Hash([.. checksums.SelectMany(Convert.FromHexString)]));

    public override string ToString()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    private void Write(long value)
    {
        if (_filled == _rows.Length)
        {
            Flush();
        }

        BinaryPrimitives.WriteInt64LittleEndian(_rows.AsSpan(_filled), value);
        _filled += sizeof(long);
    }

    private void Flush()
    {
        _hash.Append(_rows.AsSpan(0, _filled));
        _filled = 0;
    }
}
