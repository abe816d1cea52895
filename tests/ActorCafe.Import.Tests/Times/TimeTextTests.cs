using ActorCafe.Import.Times;

namespace ActorCafe.Import.Tests.Times;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("8:05", null, "08:05:00")]
    [InlineData("08:05:30", null, "08:05:30")]
    [InlineData("10:15:50.520000", null, "10:15:50.5200000")]
    [InlineData("10:15:50,25", null, "10:15:50.2500000")]
    [InlineData("8:05:00 AM", null, "08:05:00")]
    [InlineData("12:30 am", null, "00:30:00")]
    [InlineData("12:30 PM", null, "12:30:00")]
    [InlineData("1:05 p.m.", null, "13:05:00")]
    [InlineData("1:05\u202fPM", null, "13:05:00")]
    [InlineData("08h05", null, "08:05:00")]
    [InlineData("8:05 Uhr", null, "08:05:00")]
    [InlineData("25:10:00", null, "1.01:10:00")]
    [InlineData("2024-03-01T08:05:00Z", "2024-03-01", "08:05:00")]
    [InlineData("2020-03-29T01:59:00+01:00", "2020-03-29", "01:59:00")]
    [InlineData("2024-03-14 08:05:09 -0400", "2024-03-14", "08:05:09")]
    [InlineData("20240301T080530", "2024-03-01", "08:05:30")]
    [InlineData("2024/03/01 08:05", "2024-03-01", "08:05:00")]
    [InlineData("14.03.2024 08:05", "2024-03-14", "08:05:00")]
    [InlineData("14.03.24, 08:05 Uhr", "2024-03-14", "08:05:00")]
    [InlineData("Mar 1, 2024 8:05 AM", "2024-03-01", "08:05:00")]
    [InlineData("01-Mar-2024 08:05 AM EST", "2024-03-01", "08:05:00")]
    [InlineData("1. März 2024 08:05", "2024-03-01", "08:05:00")]
    [InlineData("1 de marzo de 2024, 8:05", "2024-03-01", "08:05:00")]
    [InlineData("1er févr. 2024 à 08:05", "2024-02-01", "08:05:00")]
    [InlineData("1 gennaio 2024 08:05", "2024-01-01", "08:05:00")]
    [InlineData("Fri, 1 Mar 2024 08:05:00 GMT", "2024-03-01", "08:05:00")]
    [InlineData("08:05 13/03/2024", "2024-03-13", "08:05:00")]
    [InlineData("2024-03-01", "2024-03-01", null)]
    [InlineData("20240301", "2024-03-01", null)]
    public void A_time_is_read_as_it_is_written(string text, string? date, string? clock)
    {
        TimeText.TryRead(text, out var time).ShouldBeTrue();

        time.Date?.InColumn(DateOrders.DayFirst)?.ToString("yyyy-MM-dd", null).ShouldBe(date);
        time.Clock?.ToString("c").ShouldBe(clock);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Total")]
    [InlineData("8:75")]
    [InlineData("15:50.5")]
    [InlineData("2024-02-30 08:00")]
    [InlineData("2024-03-01 25:00")]
    [InlineData("Latte 8:05")]
    public void What_is_no_time_is_not_read(string text) => TimeText.TryRead(text, out _).ShouldBeFalse();
}
