namespace ActorCafe.Import.Times;

/// <summary>Tells by its smallest and largest number what the plain numbers of a column count.</summary>
internal sealed class NumberRange
{
    // 1 January 2000 and 2050, in days as spreadsheets count them and in seconds since 1970.
    private const decimal FirstSerial = 36526;
    private const decimal LastSerial = 54789;
    private const decimal FirstUnix = 946684800;
    private const decimal LastUnix = 2524608000;
    // Ten years: what is further apart was not exported at once.
    private const decimal LongestExport = 3660;

    private decimal _least = decimal.MaxValue;
    private decimal _most = decimal.MinValue;
    private bool _hasFractions;

    public int Count { get; private set; }

    public void Add(decimal number)
    {
        Count++;
        (_least, _most) = (Math.Min(_least, number), Math.Max(_most, number));
        _hasFractions |= number != decimal.Truncate(number);
    }

    /// <param name="isTrace">Whether the column has the name and the neighbours of a trace's column, where numbers are seconds unless that makes no sense.</param>
    public PlainNumbers Kind(bool isTrace) =>
        _least >= 0 && _most is > 0 and < 1 ? PlainNumbers.FractionsOfADay
            : _least >= FirstUnix && _most < LastUnix ? PlainNumbers.UnixSeconds
            : _least >= FirstUnix * 1000 && _most < LastUnix * 1000 ? PlainNumbers.UnixMilliseconds
            : _least >= FirstSerial && _most < LastSerial && _most - _least <= LongestExport && _hasFractions && (!isTrace || Count > _most - _least) ? PlainNumbers.SerialDays
            : PlainNumbers.Seconds;
}
