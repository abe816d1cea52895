using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>What an order needs of a stage, over all its visits there: sums of expected values, in seconds.</summary>
/// <param name="Visits">How often it comes: a step done again is a visit of its own.</param>
/// <param name="Service">Time in service.</param>
/// <param name="Occupied">Time for which it keeps a worker: with handing over, and what the worker stays for.</param>
/// <param name="OccupiedSquared">The squares of those times.</param>
internal readonly record struct VisitTimes(double Visits, double Service, double Occupied, double OccupiedSquared)
{
    /// <param name="steps">Performed one after the other, if none has to be done again.</param>
    /// <param name="after">Mean and variance of what keeps the worker after the last one.</param>
    public static VisitTimes Of(ReadOnlySpan<RecipeStep> steps, (double Mean, double Variance) after)
    {
        var sum = default(VisitTimes);
        var beginning = new double[steps.Length];
        beginning[0] = 1;
        for (var first = 0; first < steps.Length; first++)
        {
            // A visit that begins with a step and ends by doing just that again begins with it once more.
            beginning[first] /= 1 - steps[first].RemakeProbability;
            var (reaches, mean, variance) = (beginning[first], 0.0, 0.0);
            for (var last = first; last < steps.Length; last++)
            {
                mean += steps[last].Service.Mean;
                variance += steps[last].Service.Variance;
                var again = reaches * steps[last].RemakeProbability;
                sum += Visit(again, mean, mean, variance);
                if (last > first)
                {
                    beginning[last] += again;
                }

                reaches -= again;
            }

            sum += Visit(reaches, mean, mean + after.Mean, variance + after.Variance);
        }

        return sum;
    }

    public static VisitTimes operator +(VisitTimes a, VisitTimes b) =>
        new(a.Visits + b.Visits, a.Service + b.Service, a.Occupied + b.Occupied, a.OccupiedSquared + b.OccupiedSquared);

    public static VisitTimes operator *(double times, VisitTimes a) =>
        new(times * a.Visits, times * a.Service, times * a.Occupied, times * a.OccupiedSquared);

    private static VisitTimes Visit(double times, double service, double occupied, double variance) =>
        times * new VisitTimes(1, service, occupied, variance + (occupied * occupied));
}
