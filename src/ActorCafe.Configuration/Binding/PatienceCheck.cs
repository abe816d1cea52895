using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Rejects two patiences for one wait: <c>customers.patience</c> is that of the stage where an order begins.</summary>
internal static class PatienceCheck
{
    public static void Check(ConfigSection cafe, CustomersSettings customers, ImmutableArray<Drink> menu, ImmutableArray<StageSettings> stages)
    {
        if (customers.Patience is not null && stages.FirstOrDefault(stage => stage.Patience is not null && menu.Any(drink => drink.Recipe[0].Stage == stage.Index)) is { } both)
        {
            throw cafe.Find("stage")!.Section().Find(both.Name)!.Section().Find("patience")!
                .Error($"orders begin at {both.Name}, so customers.patience is its patience already", "write one of the two, and none for the other");
        }
    }
}
