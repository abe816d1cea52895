namespace ActorCafe.Import.Times;

/// <summary>Orders in which the numbers of a date can be read.</summary>
[Flags]
internal enum DateOrders
{
    None = 0,
    DayFirst = 1,
    MonthFirst = 2,
    YearFirst = 4,
}
