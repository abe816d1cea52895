using ActorCafe.Shop.Results;

namespace ActorCafe.Validation.Tests.Running;

internal static class IntervalAssertions
{
    /// <summary>
    /// Asserts that the measured interval contains the theoretical value and is narrow enough to be meaningful: its half-width is at
    /// most this share of the value.
    /// </summary>
    public static void ShouldHold(this Interval interval, double theory, double within = 0.05)
    {
        var (middle, halfWidth) = ((interval.Low + interval.High) / 2, (interval.High - interval.Low) / 2);
        Math.Abs(middle - theory).ShouldBeLessThanOrEqualTo(
            halfWidth,
            $"theory says {theory:G7}, measured {middle:G7} ± {halfWidth:G4}");
        (halfWidth / theory).ShouldBeLessThanOrEqualTo(within, $"an interval of {middle:G7} ± {halfWidth:G4} would pass too much");
    }

    /// <summary>Asserts that two independent intervals of one value have a part in common.</summary>
    public static void ShouldOverlap(this Interval interval, Interval other) =>
        (interval.Low <= other.High && other.Low <= interval.High).ShouldBeTrue($"{interval} and {other} have nothing in common");
}
