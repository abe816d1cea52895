using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The times of an order at a stage, as sums of expected values over all its visits there, in seconds.</summary>
/// <param name="Visits">Number of visits; a remade step is a visit of its own.</param>
/// <param name="Service">Service time.</param>
/// <param name="Occupied">Time that a worker is occupied: service, hand-over, and staying with the order.</param>
/// <param name="OccupiedSquared">The squares of the occupied times.</param>
internal readonly record struct VisitTimes(double Visits, double Service, double Occupied, double OccupiedSquared)
{
    /// <param name="steps">Steps performed one after the other in one visit, unless one is remade.</param>
    /// <param name="after">Mean and variance of the time that occupies the worker after the last step.</param>
    public static VisitTimes Of(ReadOnlySpan<RecipeStep> steps, (double Mean, double Variance) after)
    {
        var sum = default(VisitTimes);
        var beginning = new double[steps.Length];
        beginning[0] = 1;
        for (var first = 0; first < steps.Length; first++)
        {
            // A visit that ends with the remake of its first step begins again with the same step.
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
