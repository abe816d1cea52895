using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>A checksum (XXH3, 64 bits) of every order's times since opening and outcome, in the order of leaving.</summary>
/// <param name="stages">The number of stages that an order can visit.</param>
/// <param name="opened">The time of the shop's clock at opening.</param>
internal sealed class Checksum(int stages, TimeSpan opened)
{
    private const int RowsTogether = 64;

    private readonly long _opened = opened.Ticks;
    private readonly XxHash3 _hash = new();
    private readonly int _rowLength = 4 + (3 * stages);
    private readonly long[] _rows = new long[RowsTogether * (4 + (3 * stages))];
    private int _filled;

    public void Add(Order order)
    {
        if (_filled == _rows.Length)
        {
            Flush();
        }

        var row = _rows.AsSpan(_filled, _rowLength);
        _filled += _rowLength;
        row[3] = (long)order.Outcome;
        row[2] = SinceOpening(order.Left.Ticks);
        row[1] = SinceOpening(order.Placed.Ticks);
        row[0] = order.Number;
        row = row[4..];
        foreach (ref readonly var visit in order.Visits)
        {
            var (enqueued, started, finished) = visit.Ticks;
            row[2] = SinceOpening(finished);
            row[1] = SinceOpening(started);
            row[0] = SinceOpening(enqueued);
            row = row[3..];
        }
    }

    /// <summary>Combines the checksums of several runs, in their order.</summary>
    public static string Of(IEnumerable<string> checksums) =>
        Convert.ToHexStringLower(XxHash3.Hash([.. checksums.SelectMany(Convert.FromHexString)]));

    public override string ToString()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    // Below 0 is a moment that has not come.
    private long SinceOpening(long ticks) => ticks < 0 ? ticks : ticks - _opened;

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
