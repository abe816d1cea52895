using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class DefaultsTests
{
    private const string TeaHouse = """
        cafe {
          step.pour.service { distribution = deterministic, value = 30s }
          menu.tea.steps = [pour]
          stages = [host]
          stage.host { worker = waiter, performs = [pour] }
        }
        akka.actor.deployment./cafe/host { router = random-pool, nr-of-instances = 3 }
        """;

    [Fact]
    public void A_shop_of_other_steps_drinks_and_stages_keeps_none_of_the_defaults()
    {
        using var folder = new ShopFolder().Write("shop.conf", TeaHouse);

        var shop = folder.Load();

        Keys(shop.Tree, "cafe", "menu").ShouldBe(["tea"]);
        Keys(shop.Tree, "cafe", "step").ShouldBe(["pour"]);
        Keys(shop.Tree, "cafe", "stage").ShouldBe(["host"]);
        Keys(shop.Tree, "akka", "actor", "deployment").ShouldBe(["/cafe/host"]);
        shop.Settings.Menu.ShouldHaveSingleItem().Share.ShouldBe(1);
        shop.Settings.AkkaHocon.ShouldNotContain("grinder");
    }

    [Fact]
    public void A_default_drink_that_a_user_changes_is_still_sold()
    {
        using var folder = new ShopFolder().Write("shop.conf", "cafe.menu.coffee.share = 3");

        folder.Load().Settings.Menu.ShouldHaveSingleItem().Share.ShouldBe(3);
    }

    [Fact]
    public void A_drink_of_ones_own_is_made_of_the_default_steps()
    {
        using var folder = new ShopFolder().Write("shop.conf", "cafe.menu.ristretto.steps = [accept, grind, brew]");

        folder.Load().Settings.Menu.ShouldHaveSingleItem().Recipe.Select(step => step.Service.Mean).ShouldBe([20, 60, 45]);
    }

    [Fact]
    public void A_drink_made_of_a_default_one_is_the_users()
    {
        using var folder = new ShopFolder().Write("shop.conf", "cafe.menu { mocha = ${cafe.menu.coffee}, mocha.share = 2, double = ${cafe.menu.coffee} }");

        var shop = folder.Load();

        shop.Settings.Menu.Select(drink => (drink.Name, drink.Share)).ShouldBe([("mocha", 2), ("double", 1)]);
        ((HoconObject)((HoconObject)shop.Tree.Members["cafe"]).Members["menu"]).Members["double"].Origin.IsReference.ShouldBeFalse();
    }

    [Fact]
    public void A_stage_of_a_users_file_is_not_dropped_without_a_word() =>
        TestShops.Refusal("cafe.stages=[waiter, machine]")
            .ShouldBe("pipeline.conf: cafe.stage.grinder: cafe.stages does not name this stage; add it there, or remove it with cafe.stage.grinder = null");

    [Fact]
    public void A_deployment_of_a_users_file_is_not_dropped_without_a_word() =>
        TestShops.Refusal("cafe.stages=[waiter, machine]", "cafe.stage.grinder=null", "cafe.stage.waiter.performs=[accept, grind]")
            .ShouldBe("pipeline.conf: akka.actor.deployment./cafe/grinder: there is no stage 'grinder' in cafe.stages; write waiter or machine (or remove the entry with = null)");

    [Fact]
    public void Null_removes_what_a_file_wrote()
    {
        var shop = TestShops.Pipeline(
            "cafe.stages=[waiter, machine]",
            "cafe.stage.grinder=null",
            "akka.actor.deployment./cafe/grinder=null",
            "cafe.stage.waiter.performs=[accept, grind]",
            "cafe.menu.tea=null");

        shop.Stages.Select(stage => stage.Name).ShouldBe(["waiter", "machine"]);
        shop.Menu.ShouldNotContain(drink => drink.Name == "tea");
    }

    [Fact]
    public void A_needed_key_that_null_removed_is_missing_where_it_was_removed() =>
        TestShops.Refusal("cafe.step.grind.service.mean=null").ShouldBe("--set: cafe.step.grind.service.mean: the key is missing; write mean = 45s");

    [Fact]
    public void A_step_of_a_users_file_that_nobody_performs_is_refused()
    {
        using var folder = new ShopFolder().Write("shop.conf", "cafe.step.foam.service { distribution = deterministic, value = 5s }");

        folder.Refusal().ShouldBe("shop.conf: cafe.step.foam: no stage performs this step; add it to the performs of a stage");
    }

    [Fact]
    public void A_default_step_that_a_drink_needs_and_nobody_performs_is_blamed_on_the_file_that_chose_the_stages()
    {
        using var folder = new ShopFolder().Write("shop.conf", "cafe.stages = [waiter, machine]");

        folder.Refusal().ShouldBe("shop.conf: cafe.step.grind: no stage performs this step; add it to the performs of a stage");
    }

    [Fact]
    public void The_tree_tells_where_each_value_was_written()
    {
        var tree = TestShops.Embedded("pipeline.conf", "cafe.seed=7").Tree;

        Origin("cafe", "seed").Source.ShouldBe("--set");
        Origin("cafe", "name").Source.ShouldBe("pipeline.conf");
        Origin("cafe", "menu", "coffee", "share").Source.ShouldBe("menu.conf");
        Origin("cafe", "clock", "mode").IsReference.ShouldBeTrue();

        Origin Origin(params string[] path) => path.Aggregate((HoconNode)tree, (node, key) => ((HoconObject)node).Members[key]).Origin;
    }

    [Fact]
    public void The_tree_printed_and_read_again_is_the_same_shop()
    {
        var printed = HoconWriter.Write(TestShops.Embedded("more-machines.conf", "cafe.name=\"A #1: {shop}\"", "akka.loglevel=DEBUG").Tree);
        using var folder = new ShopFolder().Write("printed.conf", printed);

        var again = folder.Load("printed.conf");

        HoconWriter.Write(again.Tree).ShouldBe(printed);
        again.Settings.Name.ShouldBe("A #1: {shop}");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Should.Throw<InputException>(() => ShopFiles.Load(["nowhere.conf"], [])).Message.ShouldBe("nowhere.conf: file: there is no such file; name a shop file that can be read");

    private static IEnumerable<string> Keys(HoconObject tree, params string[] path) =>
        path.Aggregate(tree, (section, key) => (HoconObject)section.Members[key]).Members.Keys;
}
