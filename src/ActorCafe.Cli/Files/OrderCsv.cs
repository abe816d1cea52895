using System.Collections.Concurrent;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Files;

/// <summary>Writes the per-order CSV: a row when an order leaves, never the whole run in memory.</summary>
internal sealed class OrderCsv : IDisposable
{
    private readonly byte[][] _stages;
    private readonly byte[][] _drinks;
    private readonly int _longestRow;
    private readonly OutputFile _file;
    private readonly SpillFile? _spill;
    private readonly ConcurrentBag<CsvRowBuffer> _spare = [];
    private readonly ConcurrentBag<ReplicationRows> _unwritten = [];
    private readonly Lock _writing = new();

    public OrderCsv(OutputFile file, ShopSettings shop, int replications)
    {
        _file = file;
        _stages = [.. shop.Stages.Select(stage => CsvRowBuffer.CellOf(stage.Name))];
        _drinks = [.. shop.Menu.Select(drink => CsvRowBuffer.CellOf(drink.Name))];
        var cells = 8 + (4 * _stages.Length);
        _longestRow = (cells * (Digits.Room + 1)) + _stages.Sum(stage => stage.Length) + _drinks.Max(drink => drink.Length);
        _spill = replications > 1 ? SpillFile.Beside(file.Path) : null;
        WriteHeader(shop);
    }

    /// <summary>The log of a replication, numbered from 1.</summary>
    public IOrderLog ForReplication(int replication)
    {
        // Replications do not announce their end. Flushing all of them whenever one begins bounds memory by the number that run in
        // parallel.
        WriteOut();
        return new ReplicationRows(this, replication);
    }

    /// <summary>Writes the remaining rows after all orders have left, in order of replication.</summary>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public void Finish()
    {
        WriteOut();
        _file.ThrowIfFailed();
        _spill?.CopyTo(_file);
        _file.Finish();
    }

    public void Dispose() => _spill?.Dispose();

    internal void Row(CsvRowBuffer buffer, Order order, int replication)
    {
        buffer.Reserve(_longestRow + CsvRowBuffer.LongestCell(order.NamedCustomer ?? ""));
        buffer.Number(order.Number);
        if (order.NamedCustomer is { } name)
        {
            buffer.Text(name);
        }
        else
        {
            buffer.Number(order.CustomerNumber);
        }

        buffer.Cell(_drinks[order.Drink.Index]);
        buffer.Seconds(order.Placed);
        var visits = order.Visits;
        for (var stage = 0; stage < visits.Length; stage++)
        {
            ref readonly var visit = ref visits[stage];
            buffer.Seconds(visit.Enqueued);
            buffer.Seconds(visit.Started);
            buffer.Seconds(visit.Finished);
            buffer.Worker(_stages[stage], visit.Worker);
        }

        buffer.Seconds(order.Outcome == Outcome.Served ? order.Left : null);
        buffer.Seconds(order.Left);
        buffer.Cell(order.Outcome switch
        {
            Outcome.Served => "served"u8,
            Outcome.Rejected => "rejected"u8,
            Outcome.Reneged => "reneged"u8,
            _ => "unserved"u8,
        });
        if (_spill is not null)
        {
            buffer.Number(replication);
        }

        buffer.EndRow();
    }

    internal CsvRowBuffer BufferFor(ReplicationRows rows)
    {
        _unwritten.Add(rows);
        return _spare.TryTake(out var buffer) ? buffer : new CsvRowBuffer();
    }

    internal void Take(CsvRowBuffer buffer, int replication)
    {
        lock (_writing)
        {
            try
            {
                if (_spill is null)
                {
                    _file.Write(buffer.Written);
                }
                else
                {
                    _spill.Add(replication, buffer.Written);
                }
            }
            catch (IOException problem)
            {
                _file.Fail(problem.Message);
            }
            finally
            {
                buffer.Clear();
                _spare.Add(buffer);
            }
        }
    }

    private void WriteOut()
    {
        // Taken one by one: replacing the bag would lose what another thread is about to add.
        while (_unwritten.TryTake(out var rows))
        {
            rows.WriteOut();
        }
    }

    private void WriteHeader(ShopSettings shop)
    {
        var header = new CsvRowBuffer();
        header.Header(["order", "customer", "drink", "placed"]);

        foreach (var stage in shop.Stages)
        {
            header.Header(["enqueued", "started", "finished", "worker"], stage.Name);
        }

        header.Header(["served", "left", "outcome"]);
        if (_spill is not null)
        {
            header.Header(["replication"]);
        }

        header.EndRow();
        _file.Write(header.Written);
    }
}

/// <summary>The rows of one replication. Holds a buffer only while rows are unwritten, since there may be a million replications.</summary>
internal sealed class ReplicationRows(OrderCsv csv, int replication) : IOrderLog
{
    private readonly Lock _gate = new();
    private CsvRowBuffer? _buffer;

    public void Left(Order order)
    {
        lock (_gate)
        {
            _buffer ??= csv.BufferFor(this);
            csv.Row(_buffer, order, replication);
            if (_buffer.IsFull)
            {
                WriteOut();
            }
        }
    }

    /// <summary>Passes on unwritten rows. Thread-safe.</summary>
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
