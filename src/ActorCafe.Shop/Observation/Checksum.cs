using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>A fingerprint (XXH3, 64 bits) of every order's times and outcome, in the order of leaving.</summary>
/// <param name="stages">How many stages an order can visit.</param>
internal sealed class Checksum(int stages)
{
    private const int RowsTogether = 64;

    private readonly XxHash3 _hash = new();
    private readonly long[] _rows = new long[RowsTogether * (4 + (3 * stages))];
    private int _filled;

    public void Add(OrderSlip order)
    {
        if (_filled == _rows.Length)
        {
            Flush();
        }

        var row = _rows.AsSpan(_filled);
        row[0] = order.Number;
        row[1] = order.Placed.Ticks;
        row[2] = order.Left.Ticks;
        row[3] = (long)order.Outcome;
        _filled += 4;
        foreach (ref readonly var visit in order.Visits)
        {
            row = _rows.AsSpan(_filled);
            (row[0], row[1], row[2]) = visit.Ticks;
            _filled += 3;
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

    private void Flush()
    {
        var filled = _rows.AsSpan(0, _filled);
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(filled, filled);
        }

        _hash.Append(MemoryMarshal.AsBytes(filled));
        _filled = 0;
    }
}
