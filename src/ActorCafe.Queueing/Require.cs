using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ActorCafe.Queueing;

/// <summary>Validates parameters. Unlike these, the framework's own guards let NaN through.</summary>
internal static class Require
{
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "must be a finite number above 0");

    // Called for every observation: as a real call, it would cost more than the work on one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "must be a finite number, 0 or above");

    public static double Within(
        double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= low && value <= high ? value : throw Wrong(name, value, $"must lie between {low} and {high}");

    public static double Between(
        double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > low && value < high ? value : throw Wrong(name, value, $"must be above {low} and below {high}");

    public static ImmutableArray<double> NotNegative(
        ImmutableArray<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (values.IsDefaultOrEmpty)
        {
            throw Wrong(name, null, "must have at least one element");
        }

        foreach (var value in values)
        {
            NotNegative(value, name);
        }

        return values;
    }

    public static ArgumentOutOfRangeException Wrong(string name, object? value, string rule) => new(name, value, $"{name} {rule}");
}
