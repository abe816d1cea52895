using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Rejects a shop that would never end.</summary>
internal static class TerminationCheck
{
    private const string Limit = "write a limit: customers.orders";

    public static void Check(ConfigSection customers, CustomersSettings settings, ImmutableArray<Drink> menu, ImmutableArray<StageSettings> stages)
    {
        var orders = customers.Find("orders") ?? customers.Self;
        var process = customers.Find("arrivals");
        if (settings is { Orders: { } count, Until: null, StopAt: null } && count / OfferedLoad.ArrivalsPerSecond(settings.Arrivals) > TimeSpan.MaxValue.TotalSeconds)
        {
            throw process!.Error($"customers come too rarely for the clock, which counts 29,247 years (orders = {count})", "write shorter times, higher rates, or a limit: customers.until or customers.stop-at");
        }

        if (settings.Orders is not null || settings.Arrivals is ArrivalSettings.Trace)
        {
            return;
        }

        if (settings.Arrivals is ArrivalSettings.AllAtOnce)
        {
            throw orders.Error("all customers come at once, but nothing says how many", "write a whole number of orders", because: process);
        }

        if (settings.Until is null && settings.StopAt is null)
        {
            throw orders.Error("nothing ends this run: orders, until and stop-at are all without limit", $"{Limit}, customers.until or customers.stop-at", because: process);
        }

        if (NeverPassesTime(settings.Arrivals, menu.Where(drink => drink.Share > 0), stages))
        {
            throw orders.Error("without limit, as many customers as one likes come at one instant, and shop time never passes", "write a whole number of orders", because: process);
        }
    }

    // A closing time has no effect while the clock does not advance.
    private static bool NeverPassesTime(ArrivalSettings arrivals, IEnumerable<Drink> sold, ImmutableArray<StageSettings> stages) => arrivals switch
    {
        ArrivalSettings.Renewal renewal => renewal.Gap.Mean <= 0,
        ArrivalSettings.Saturated => sold.Any(drink => NothingHolds(drink.Recipe.Where(step => step.Stage == drink.Recipe[0].Stage), stages)),
        ArrivalSettings.Closed closed => closed.Think.Mean <= 0 && sold.Any(drink => NothingHolds(drink.Recipe, stages)),
        _ => false,
    };

    private static bool NothingHolds(IEnumerable<RecipeStep> steps, ImmutableArray<StageSettings> stages) =>
        steps.All(step => step.Service.Mean <= 0 && stages[step.Stage] is { StaysWithOrder: false, HandOverTime.Ticks: 0 })
        && !stages.Any(stage => stage.Blocks);
}
