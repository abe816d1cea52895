using System.Collections.Immutable;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Binds a merged configuration to the settings of a shop, or reports the first error.</summary>
internal static class ShopBinder
{
    /// <param name="root">The merged configuration, without unused defaults.</param>
    /// <param name="files">Reads traces and recorded times.</param>
    public static ShopSettings Bind(HoconObject root, IDataFiles files)
    {
        var tree = new ConfigSection(root, "");
        tree.CheckKeys(KnownKeys.Top);
        var cafe = tree.Need("cafe", "write cafe { ... }").Section();
        cafe.CheckKeys(KnownKeys.Cafe);
        foreach (var elsewhere in new[] { "dispatcher", "cost", "plan" })
        {
            cafe.Find(elsewhere)?.Section();
        }

        AkkaSection.Check(tree);

        var distributions = new DistributionReader(files);
        var stepSection = cafe.Need("step", "write step { STEP.service { distribution = exponential, mean = 20s } }").Section();
        var stages = StagesReader.Read(tree, cafe, StepsReader.ReadNames(stepSection), distributions);
        StepsReader.CheckPerformed(stepSection, stages, structure: cafe.Find("stages")!);
        var steps = StepsReader.Read(stepSection, distributions);
        var menu = new MenuReader(distributions, steps, stages).Read(cafe.Need("menu", $"write menu {{ {MenuReader.Example(steps)} }}"));
        var customers = Customers(cafe, distributions, files, menu, stages);
        return new()
        {
            Name = cafe.Need("name", "write name = NAME").Text(),
            Seed = cafe.Need("seed", "write seed = 1").Whole(long.MinValue),
            Clock = ClockReader.Read(cafe.Need("clock", "write clock { mode = virtual }").Section()),
            Menu = menu,
            Stages = [.. stages.Select(stage => stage.At(customers.OpensAt))],
            Customers = customers,
            Statistics = StatisticsReader.Read(cafe.Need("statistics", "write statistics { warm-up = 0 }").Section(), customers),
            AkkaHocon = AkkaSection.Text(root, stages),
        };
    }

    private static CustomersSettings Customers(ConfigSection cafe, DistributionReader distributions, IDataFiles files, ImmutableArray<Drink> menu, ImmutableArray<StageSettings> stages)
    {
        var entry = cafe.Need("customers", "write customers { orders = 200 }");
        var arrivals = new ArrivalsReader(distributions, files, [.. menu.Select(drink => drink.Name)]);
        var customers = new CustomersReader(distributions, arrivals).Read(entry);
        PatienceCheck.Check(cafe, customers, menu, stages);
        TerminationCheck.Check(entry.Section(), customers, menu, stages);
        return customers;
    }
}
