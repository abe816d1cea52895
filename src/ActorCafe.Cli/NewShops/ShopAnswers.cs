using System.Collections.Immutable;

namespace ActorCafe.Cli.NewShops;

/// <summary>The answers from which <c>new</c> writes a shop.</summary>
internal sealed record ShopAnswers
{
    /// <summary>The stages, in order.</summary>
    public ImmutableArray<AnsweredStage> Stages { get; init; } = [];

    /// <summary>Customers per hour: one rate, or one for each hour from opening.</summary>
    public ImmutableArray<double> PerHour { get; init; } = [];

    /// <summary>Workers by stage; empty if not answered yet.</summary>
    public ImmutableArray<int> Workers { get; init; } = [];

    /// <summary>The time of day at which the shop opens.</summary>
    public TimeSpan Opens { get; init; }

    /// <summary>When it closes, later than <see cref="Opens"/>; above 24 hours on the next day.</summary>
    public TimeSpan Closes { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Cost of a worker per hour by stage; empty if not answered yet.</summary>
    public ImmutableArray<double> Wages { get; init; } = [];

    /// <summary>The names of the stages.</summary>
    public string StageNames => string.Join(", ", Stages.Select(stage => stage.Name));

    /// <summary>A target for the 95th percentile of the time in shop that enough workers can meet.</summary>
    public string Target
    {
        get
        {
            // Of a single exponential service, it is three times the mean.
            const int TimesWork = 4;
            var work = Stages.Sum(stage => stage.Work.TotalMinutes);
            return FormattableString.Invariant($"p95 < {Math.Ceiling(TimesWork * work)}m");
        }
    }
}

/// <summary>A stage.</summary>
/// <param name="Steps">The steps that its workers perform.</param>
internal sealed record AnsweredStage(ImmutableArray<AnsweredStep> Steps)
{
    public string Name { get; } = string.Join('-', Steps.Select(step => step.Name)).Replace(' ', '-');

    /// <summary>The mean time of all steps.</summary>
    public TimeSpan Work { get; } = TimeSpan.FromTicks(Steps.Sum(step => step.Mean.Ticks));
}

/// <summary>A step.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Time">The mean time as the user wrote it.</param>
/// <param name="Mean">The mean time.</param>
internal sealed record AnsweredStep(string Name, string Time, TimeSpan Mean);
