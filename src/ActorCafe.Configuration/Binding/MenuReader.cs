using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.menu</c>: the drinks.</summary>
/// <param name="distributions">Reads service times of a drink's own.</param>
/// <param name="steps">The service time of each step.</param>
/// <param name="stages">The shop's stages.</param>
internal sealed class MenuReader(DistributionReader distributions, IReadOnlyDictionary<string, Distribution> steps, ImmutableArray<StageSettings> stages)
{
    /// <summary>An entry of a menu, made of all steps.</summary>
    public static string Example(IReadOnlyDictionary<string, Distribution> steps) => $"NAME {{ steps = {ListOf(steps)} }}";

    public ImmutableArray<Drink> Read(ConfigEntry menu)
    {
        var names = menu.Section().Entries.Select(entry => entry.Key).ToArray();
        var drinks = menu.Section().Entries.Select((entry, index) => Drink(entry, index, names)).ToImmutableArray();
        if (drinks.IsEmpty)
        {
            throw menu.Error("there is no drink on the menu", $"write {Example(steps)}");
        }

        return drinks.Any(drink => drink.Share > 0) ? drinks
            : throw menu.Error("the shares of all drinks are 0", "write a share above 0 for one of them");
    }

    private Drink Drink(ConfigEntry entry, int index, IEnumerable<string> names)
    {
        NameRules.CheckWords(entry, entry.Key, "drink");
        var drink = entry.Section();
        drink.CheckKeys(KnownKeys.Drink);
        var recipe = Steps(drink.Need("steps", () => ErrorText.InsteadOr($"write steps = {ListOf(steps)}", entry.Key, names.Where(name => name != entry.Key))));
        var own = OwnTimes(drink, recipe);
        var (remade, probability) = Remake(drink, recipe);
        return new(
            index,
            entry.Key,
            drink.Find("share")?.NotNegative() ?? 1,
            (int)(drink.Find("priority")?.Whole(int.MinValue, int.MaxValue) ?? 0),
            [.. recipe.Select(step => new RecipeStep(step, StageOf(step), own.GetValueOrDefault(step) ?? steps[step], step == remade ? probability : 0))]);
    }

    private ImmutableArray<string> Steps(ConfigEntry entry)
    {
        var recipe = ImmutableArray.CreateBuilder<string>();
        foreach (var item in entry.FilledList(ListOf(steps)))
        {
            var step = item.Text("write the name of a step");
            if (!steps.ContainsKey(step))
            {
                throw item.Error($"there is no step {ErrorText.Shown(step)} in cafe.step", ErrorText.Instead(step, [.. steps.Keys]));
            }

            recipe.Add(step);
        }

        return recipe.ToImmutable();
    }

    private Dictionary<string, Distribution> OwnTimes(ConfigSection drink, ImmutableArray<string> recipe)
    {
        var own = new Dictionary<string, Distribution>(StringComparer.Ordinal);
        foreach (var entry in drink.Find("service")?.Section().Entries ?? [])
        {
            CheckStep(entry, entry.Key, recipe);
            own.Add(entry.Key, distributions.Read(entry));
        }

        return own;
    }

    private static (string? Step, double Probability) Remake(ConfigSection drink, ImmutableArray<string> recipe)
    {
        if (drink.Find("remake")?.Section() is not { } remake)
        {
            return (null, 0);
        }

        remake.CheckKeys(KnownKeys.Remake);
        var step = remake.Need("step", $"write step = {recipe[^1]}");
        CheckStep(step, step.Text("write the name of a step"), recipe);
        var probability = remake.Need("probability", "write probability = 0.05");
        const string Remedy = "write a probability of at least 0 and below 1";
        return probability.NotNegative(Remedy) is < 1 and var often ? (step.Text(), often)
            : throw probability.Error("the drink would be made again for ever", Remedy);
    }

    private static void CheckStep(ConfigEntry entry, string step, ImmutableArray<string> recipe)
    {
        if (!recipe.Contains(step))
        {
            throw entry.Error($"{ErrorText.Shown(step)} is no step of this drink", ErrorText.Instead(step, recipe));
        }
    }

    private static string ListOf(IReadOnlyDictionary<string, Distribution> steps) => $"[{string.Join(", ", steps.Keys)}]";

    private int StageOf(string step) => stages.First(stage => stage.Performs.Contains(step)).Index;
}
