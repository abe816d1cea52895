using ActorCafe.Import.Times;

namespace ActorCafe.Import.Columns;

/// <summary>What the cells of a column hold, by its first rows; each share is of the cells that are not empty.</summary>
/// <param name="Filled">The number of cells that are not empty.</param>
/// <param name="Clocks">The share of times of day, with or without a date.</param>
/// <param name="Dates">The share of dates, with or without a time.</param>
/// <param name="Numbers">The share of plain numbers.</param>
/// <param name="Durations">The share of durations: numbers, <c>0:01:30</c>, <c>90s</c>.</param>
/// <param name="IsMidnight">Whether every time of day is midnight, as where a spreadsheet holds dates.</param>
/// <param name="Distinct">The number of different texts.</param>
internal sealed record ColumnContent(int Filled, double Clocks, double Dates, double Numbers, double Durations, bool IsMidnight, int Distinct)
{
    private const double Most = 0.5;

    public static ColumnContent Of(IEnumerable<string> cells)
    {
        var (filled, clocks, dates, numbers, durations, isMidnight) = (0, 0, 0, 0, 0, true);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells.Where(cell => cell.Length > 0))
        {
            filled++;
            texts.Add(cell);
            durations += DurationText.Seconds(cell, 1) is not null || DurationText.IsAmbiguous(cell) ? 1 : 0;
            if (NumberText.TryRead(cell, out _))
            {
                numbers++;
                dates += cell.Length == 8 && DateText.Read(cell) is not null ? 1 : 0;
            }
            else if (TimeText.TryRead(cell, out var time))
            {
                clocks += time.Clock is null ? 0 : 1;
                dates += time.Date is null ? 0 : 1;
                isMidnight &= time.Clock is null || time.Clock == TimeSpan.Zero;
            }
        }

        return filled == 0 ? new(0, 0, 0, 0, 0, false, 0)
            : new(filled, (double)clocks / filled, (double)dates / filled, (double)numbers / filled, (double)durations / filled, clocks > 0 && dates > 0 && isMidnight, texts.Count);
    }

    /// <summary>Times of day, with or without dates.</summary>
    public bool HasClocks => Clocks > Most && !IsMidnight;

    /// <summary>Dates, with or without times of day.</summary>
    public bool HasDates => Dates > Most;

    public bool HasNumbers => Numbers > Most;

    public bool HasDurations => Durations > Most;

    /// <summary>Words rather than numbers or times.</summary>
    public bool HasWords => Filled > 0 && !HasClocks && !HasDates && !HasNumbers && Clocks <= Most;
}
