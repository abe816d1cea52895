using ActorCafe.Cli.Commands;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Tests.Commands;

public sealed class ComparedShopsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void The_essays_five_differ_in_structure_and_pools_alone() =>
        ComparedShops.Differences(ComparedShops.Load([], [])).ShouldBeNull();

    [Fact]
    public void Shops_with_other_customers_steps_or_menus_are_said_to_differ()
    {
        var plain = _folder.Write("plain.conf", "cafe.name = plain");
        var few = _folder.Write("few.conf", "cafe { name = few, customers.orders = 7, step.grind.service.mean = 30s }");
        var rich = _folder.Write("rich.conf", "cafe { name = rich, menu { coffee.share = 1, tea { steps = [accept, brew], share = 1 } } }");
        var idle = _folder.Write("idle.conf", "cafe { name = idle, menu { coffee.share = 1.0, tea { steps = [accept, brew], share = 0 } } }");

        Differences(plain, few).ShouldBe("These shops differ in more than structure and pools: in their customers, steps.");
        Differences(plain, rich).ShouldBe("These shops differ in more than structure and pools: in their menu.");
        Differences(plain, idle).ShouldBeNull();

        static string? Differences(params string[] files) => ComparedShops.Differences(ComparedShops.Load(files, []));
    }

    [Fact]
    public void A_pool_goes_to_the_shops_that_have_its_stage()
    {
        var shops = ComparedShops.Load([], [new Override("--pool", "grinder=3"), new Override("--set", "cafe.seed=5")]);
        shops.Select(shop => shop.Settings.Stages.FirstOrDefault(stage => stage.Name == "grinder")?.Workers).ShouldBe([null, null, 3, 3, 3]);
        shops.ShouldAllBe(shop => shop.Settings.Seed == 5);
    }

    [Fact]
    public void A_pool_that_no_shop_has_or_that_is_none_is_bad_input()
    {
        Wrong("roaster=3").ShouldBe("--pool: roaster: none of the shops has this stage; one of waiter, machine, grinder");
        Wrong("grinder").ShouldStartWith("--pool: ");
        Wrong("grinder=0").ShouldStartWith("--pool: ");

        static string Wrong(string pool) =>
            Should.Throw<InputException>(() => ComparedShops.Load([], [new Override("--pool", pool)])).Message;
    }

    public void Dispose() => _folder.Dispose();
}
