using ActorCafe.Analysis.Planning;
using CsCheck;

namespace ActorCafe.Analysis.Tests.Planning;

/// <summary>Shifts of a least length, against every way of dividing a small staffing.</summary>
public sealed class ShiftRuleTests
{
    private static readonly Gen<int[]> Staffings = Gen.Int[0, 3].Array[1, 6];

    [Fact]
    public void A_staffing_is_allowed_if_and_only_if_it_can_be_divided_into_shifts() =>
        Gen.Select(Staffings, Gen.Int[1, 4]).Sample((workers, shortest) =>
            RuleOf(workers.Length, shortest).Allows(workers).ShouldBe(CanBeDivided(workers, Math.Min(shortest, workers.Length))), iter: 3000, threads: 1);

    [Fact]
    public void The_cover_is_allowed_has_everybody_needed_and_the_fewest_hours() =>
        Gen.Select(Gen.Int[0, 2].Array[1, 5], Gen.Int[1, 4]).Sample((need, shortest) =>
        {
            var rule = RuleOf(need.Length, shortest);

            var cover = ShiftCover.Of(rule, need);

            cover.Zip(need).ShouldAllBe(hour => hour.First >= hour.Second);
            CanBeDivided(cover, Math.Min(shortest, need.Length)).ShouldBeTrue();
            cover.Sum().ShouldBe(Above(need, most: 4).Where(workers => CanBeDivided(workers, Math.Min(shortest, need.Length))).Min(workers => workers.Sum()));
        }, iter: 500, threads: 1);

    [Theory]
    [InlineData("1 1 2 1 1", 2, true)] // 0 to 3 and 2 to 5: the second level lasts an hour only.
    [InlineData("1 1 2 1 1", 4, false)]
    [InlineData("1 1 1", 4, true)] // The shop is open for less than a shift.
    [InlineData("1 2 2", 3, false)]
    [InlineData("2 1 1 2", 2, false)] // Who comes for the last hour stays for one hour only.
    [InlineData("2 2 1 2 2", 2, true)]
    [InlineData("0 1 1 0 1 1", 2, true)]
    [InlineData("0 1 1 0 1 0", 2, false)]
    public void Shifts_worked_by_hand(string workers, int shortest, bool isAllowed)
    {
        int[] each = [.. workers.Split(' ').Select(int.Parse)];
        RuleOf(each.Length, shortest).Allows(each).ShouldBe(isAllowed);
    }

    [Fact]
    public void Hours_that_the_shop_is_open_for_a_part_of_count_by_their_length()
    {
        // Open from 8:30 to 11:00: a second worker from 9 to 11 works two hours, from opening to 10 one and a half.
        var rule = new ShiftRule([0.5, 1, 1], 2, ends: true);
        rule.Allows([1, 2, 2]).ShouldBeTrue();
        rule.Allows([2, 2, 1]).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_leaves_a_shop_whose_end_is_not_known()
    {
        new ShiftRule([1, 1, 1], 3, ends: false).Allows([1, 1, 2]).ShouldBeTrue();
        // The first to come leaves after two hours.
        new ShiftRule([1, 1, 1], 3, ends: false).Allows([1, 2, 1]).ShouldBeFalse();
    }

    private static ShiftRule RuleOf(int hours, int shortest) => new([.. Enumerable.Repeat(1.0, hours)], shortest, ends: true);

    /// <summary>Takes a shift of any allowed length from the first staffed hour on, then the rest, until nothing is left or nothing fits.</summary>
    private static bool CanBeDivided(int[] workers, int shortest)
    {
        var first = Array.FindIndex(workers, count => count > 0);
        if (first < 0)
        {
            return true;
        }

        for (var end = first + shortest; end <= workers.Length && workers[first..end].All(count => count > 0); end++)
        {
            var left = workers.Select((count, hour) => hour >= first && hour < end ? count - 1 : count).ToArray();
            if (CanBeDivided(left, shortest))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<int[]> Above(int[] need, int most) => need.Length == 0 ? [[]] :
        from rest in Above(need[1..], most)
        from count in Enumerable.Range(need[0], most - need[0] + 1)
        select (int[])[count, .. rest];
}
