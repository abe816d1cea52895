using System.Collections.Immutable;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Files;

/// <summary>Writes levels over shop time: a row per instant at which one changed, valid until the next row.</summary>
internal sealed class SeriesCsv : ShopLevels
{
    private readonly OutputFile _file;
    private readonly CsvRowBuffer _rows = new();
    private readonly int _longestRow;

    public SeriesCsv(OutputFile file, ImmutableArray<StageSettings> stages)
        : base(stages.Length)
    {
        _file = file;
        _longestRow = (6 + (6 * stages.Length)) * (Digits.Room + 1);
        _rows.Header(["time", "inShop", "orderQueue", "pickUpQueue", "concurrency", "parallelism"]);
        foreach (var stage in stages)
        {
            _rows.Header(["workers", "queue", "busy", "handingOver", "blocked", "down"], stage.Name);
        }

        _rows.EndRow();
    }

    /// <summary>Writes the remaining rows after the run.</summary>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public void Finish()
    {
        WriteOut();
        _file.Finish();
    }

    public override void Over(TimeSpan now)
    {
        base.Over(now);
        if (now > Now)
        {
            WriteRow(now);
        }
    }

    protected override void GoesOn() => WriteRow(Now);

    private void WriteRow(TimeSpan time)
    {
        _rows.Reserve(_longestRow);
        _rows.Seconds(time);
        Write([InShop, OrderQueue, PickUpQueue, OrdersInProgress, InService]);
        foreach (var stage in Stages)
        {
            Write([stage.Workers, stage.Queue, stage.Busy, stage.Of(WorkerActivity.HandingOver), stage.Blocked, stage.Down]);
        }

        _rows.EndRow();
        if (_rows.IsFull)
        {
            WriteOut();
        }
    }

    private void Write(ReadOnlySpan<int> levels)
    {
        foreach (var level in levels)
        {
            _rows.Number(level);
        }
    }

    private void WriteOut()
    {
        _file.Write(_rows.Written);
        _rows.Clear();
    }
}
