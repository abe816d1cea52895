using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class NamesTests
{
    private const string Shop = """
        short = 20s
        akka.my.long = 3m
        cafe {
          step { "Milch aufschäumen".service = ${short}, ziehen.service = ${akka.my.long} }
          menu { "Hot Chocolate".steps = ["Milch aufschäumen"], Grüntee { steps = [ziehen], service.ziehen = 4m } }
          stages = [Küche]
          stage.Küche { performs = ["Milch aufschäumen", ziehen] }
          customers.arrivals { process = trace, file = orders.csv }
        }
        akka.actor.deployment."/cafe/Küche" { router = shared-queue-pool, nr-of-instances = 1 }
        """;

    [Fact]
    public void Names_have_letters_of_any_language_and_those_of_drinks_and_steps_spaces()
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv", "5,Jürgen,Hot Chocolate\n6,Åsa,Grüntee\n");

        var shop = folder.Load("shop.conf", new Override("--pool", "Küche=3")).Settings;

        shop.Menu.Select(drink => drink.Name).ShouldBe(["Hot Chocolate", "Grüntee"]);
        shop.Menu.Select(drink => drink.Recipe[0].Service.Mean).ShouldBe([20, 240]);
        shop.Stages.ShouldHaveSingleItem().Workers.ShouldBe(3);
        shop.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Trace>().Entries.Select(entry => entry.Drink).ShouldBe([0, 1]);
        VariedKey.Read("Küche").Path.ShouldBe("akka.actor.deployment.\"/cafe/Küche\".nr-of-instances");
    }

    [Fact]
    public void Akka_knows_a_pool_by_an_escaped_name() =>
        new StageSettings { Index = 0, Name = "Küche", Worker = "Koch", Performs = [], Router = "shared-queue-pool", Workers = 1 }.ActorName.ShouldBe("K%C3%BCche");

    [Theory]
    [InlineData("cafe.short=20s", "cafe.step.grind.service=${cafe.short}")]
    [InlineData("short=20s", "cafe.step.grind.service=${short}")]
    [InlineData("short.a=20s", "cafe.step.grind.service=${?short.a}")]
    [InlineData("akka.my.t=20s", "cafe.step.grind.service=${akka.my.t}")]
    public void A_key_that_a_substitution_names_is_known(string constant, string use) =>
        TestShops.Pipeline(constant, use).Menu[0].Recipe[1].Service.Mean.ShouldBe(20);

    [Theory]
    [InlineData("akka.my.t=20s")]
    [InlineData("akka.my=${?akka.my}s")]
    public void A_key_that_no_other_key_substitutes_is_unknown(string set) =>
        TestShops.Refusal(set).ShouldStartWith("--set: akka.my: unknown key; ");
}
