using System.Globalization;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Plays;

/// <summary>A change of a stage's pool at a moment, as a schedule makes it.</summary>
/// <param name="At">The time of the shop's clock.</param>
/// <param name="Stage">The stage's index.</param>
/// <param name="Workers">The stage's number of workers from then on, 0 or more.</param>
internal sealed record PoolEdit(TimeSpan At, int Stage, int Workers)
{
    /// <summary>The edit as an address has it: <c>1500:grinder:2</c>.</summary>
    public string Text(ShopSettings shop) => string.Create(CultureInfo.InvariantCulture, $"{At.TotalSeconds}:{shop.Stages[Stage].Name}:{Workers}");

    // More than a page can show.
    private const int MostChanges = 10_000;

    /// <summary>The shop with these edits in the schedules of its stages. Everything before the first edit stays as it was, to the last bit.</summary>
    public static ShopSettings Apply(ShopSettings shop, IReadOnlyList<PoolEdit> edits) => shop with
    {
        Stages = [.. shop.Stages.Select(stage => Apply(stage, shop.Customers.OpensAt, [.. edits.Where(edit => edit.Stage == stage.Index)]))],
    };

    /// <summary>A stage's changes after opening; those of a schedule that repeats are written out, as many as a page can show.</summary>
    public static IEnumerable<PoolChange> ChangesOf(StageSettings stage, TimeSpan opening) => stage.Schedule.After(opening).Take(MostChanges);

    // If two changes are at one moment, the later one in the list wins.
    private static StageSettings Apply(StageSettings stage, TimeSpan opening, IReadOnlyList<PoolEdit> edits) => edits.Count == 0 ? stage : (stage with
    {
        Schedule = new PoolSchedule(
        [
            .. ChangesOf(stage, opening).Concat(edits.Select(edit => new PoolChange(edit.At, edit.Workers)))
                .GroupBy(change => change.At).Select(same => same.Last()).OrderBy(change => change.At),
        ]),
    }).At(opening);
}
