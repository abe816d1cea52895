using System.Buffers.Binary;
using System.IO.Hashing;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>A fingerprint (XXH3, 64 bits) of every order's times and outcome, in the order of leaving.</summary>
internal sealed class Checksum
{
    private readonly XxHash3 _hash = new();
    private byte[] _row = [];

    public void Add(OrderSlip order)
    {
        var visits = order.Visits;
        var length = (4 + (3 * visits.Length)) * sizeof(long);
        if (_row.Length != length)
        {
            _row = new byte[length];
        }

        var at = 0;
        Write(order.Number, ref at);
        Write(order.Placed.Ticks, ref at);
        Write(order.Left.Ticks, ref at);
        Write((long)order.Outcome, ref at);
        foreach (ref readonly var visit in visits)
        {
            Write(visit.Enqueued?.Ticks ?? -1, ref at);
            Write(visit.Started?.Ticks ?? -1, ref at);
            Write(visit.Finished?.Ticks ?? -1, ref at);
        }

        _hash.Append(_row);
    }

    /// <summary>The fingerprint of several runs in their order.</summary>
    public static string Of(IEnumerable<string> checksums) =>
        Convert.ToHexStringLower(XxHash3.Hash([.. checksums.SelectMany(Convert.FromHexString)]));

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private void Write(long value, ref int at)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_row.AsSpan(at), value);
        at += sizeof(long);
    }
}
