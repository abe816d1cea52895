namespace ActorCafe.Import.Times;

/// <summary>What plain numbers in a column of times count.</summary>
internal enum PlainNumbers
{
    /// <summary>Seconds, as in a trace.</summary>
    Seconds,

    /// <summary>Fractions of a day, as spreadsheets count times of day.</summary>
    FractionsOfADay,

    /// <summary>Days since 30 December 1899, with fractions, as spreadsheets count dates.</summary>
    SerialDays,

    /// <summary>Seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since 1970.</summary>
    UnixMilliseconds,
}
