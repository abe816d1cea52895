using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cli.Files;

/// <summary>The rows of one replication. It holds a buffer only while it has something unwritten: there may be a million of these.</summary>
internal sealed class OrderRows(OrderCsv csv, int replication) : IOrderLog
{
    private const int FullBuffer = 60_000;

    private readonly Lock _gate = new();
    private RowBuffer? _buffer;

    public void Left(Order order)
    {
        lock (_gate)
        {
            _buffer ??= csv.BufferFor(this);
            csv.Row(_buffer, order, replication);
            if (_buffer.Length >= FullBuffer)
            {
                WriteOut();
            }
        }
    }

    /// <summary>Hands over what is unwritten; from any thread.</summary>
    public void WriteOut()
    {
        lock (_gate)
        {
            if (_buffer is { } full)
            {
                csv.Take(full, replication);
            }

            _buffer = null;
        }
    }
}
