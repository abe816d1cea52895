namespace ActorCafe.Configuration.Tests.Binding;

public sealed class MenuReaderTests
{
    [Fact]
    public void Share_priority_remake_and_own_times_belong_to_the_drink()
    {
        var shop = TestShops.Pipeline("cafe.menu.flat-white={ steps = [accept, grind, brew], share = 0.25, priority = -2, remake { step = brew, probability = 0.05 }, service.grind { distribution = deterministic, value = 50s } }");

        var drink = shop.Menu.Single(drink => drink.Name == "flat-white");
        (drink.Share, drink.Priority, drink.Index).ShouldBe((0.25, -2, shop.Menu.Length - 1));
        drink.Recipe.Select(step => step.RemakeProbability).ShouldBe([0, 0, 0.05]);
        drink.Recipe.Select(step => step.Service.Mean).ShouldBe([20, 50, 45]);
    }

    [Fact]
    public void A_drink_says_no_more_than_its_steps_if_it_is_an_ordinary_one()
    {
        var drink = TestShops.Pipeline("cafe.menu.decaf.steps=[accept, brew]").Menu.Single(drink => drink.Name == "decaf");

        (drink.Share, drink.Priority).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("cafe.menu.coffee.steps=[]", "cafe.menu.coffee.steps: the list is empty; write at least one value, as in [accept, grind, brew]")]
    [InlineData("cafe.menu.coffee.steps=null", "cafe.menu.coffee.steps: the key is missing; write steps = [accept, grind, brew]")]
    [InlineData("cafe.menu.coffee.steps=[accept, foam]", "cafe.menu.coffee.steps: there is no step 'foam' in cafe.step; write accept, grind or brew")]
    [InlineData("cafe.menu.coffee.steps=[accept, grnd]", "cafe.menu.coffee.steps: there is no step 'grnd' in cafe.step; did you mean grind?")]
    [InlineData("cafe.menu.coffee.share=-1", "cafe.menu.coffee.share: '-1' is negative; write a number, 0 or more")]
    [InlineData("cafe.menu.coffee.share=much", "cafe.menu.coffee.share: 'much' is not a number; write a number, 0 or more")]
    [InlineData("cafe.menu.coffee.share=NaN", "cafe.menu.coffee.share: 'NaN' is not a finite number; write a number, 0 or more")]
    [InlineData("cafe.menu.coffee.priority=1.5", "cafe.menu.coffee.priority: '1.5' is not a whole number; write a whole number from -2147483648 to 2147483647")]
    [InlineData("cafe.menu.coffee.remake={ step = foam, probability = 0.1 }", "cafe.menu.coffee.remake.step: 'foam' is no step of this drink; write accept, grind or brew")]
    [InlineData("cafe.menu.coffee.remake={ step = brew, probability = 1 }", "cafe.menu.coffee.remake.probability: the drink would be made again for ever; write a probability of at least 0 and below 1")]
    [InlineData("cafe.menu.coffee.remake={ step = brew, probability = -0.1 }", "cafe.menu.coffee.remake.probability: '-0.1' is negative; write a probability of at least 0 and below 1")]
    [InlineData("cafe.menu.coffee.remake={ step = brew }", "cafe.menu.coffee.remake.probability: the key is missing; write probability = 0.05")]
    [InlineData("cafe.menu.coffee.remake={ probability = 0.1 }", "cafe.menu.coffee.remake.step: the key is missing; write step = brew")]
    [InlineData("cafe.menu.tea.service.grind={ distribution = deterministic, value = 1s }", "cafe.menu.tea.service.grind: 'grind' is no step of this drink; write accept or brew")]
    [InlineData("cafe.menu.tea.service.brew.mean=40", "cafe.menu.tea.service.brew.mean: 40 has no unit; write 40s for seconds")]
    [InlineData("cafe.menu.tea.prize=3", "cafe.menu.tea.prize: unknown key; write steps, share, priority, remake or service")]
    [InlineData("cafe.menu.tea=3", "cafe.menu.tea: expected an object, not '3'; write tea { ... }")]
    [InlineData("cafe.menu.\"iced, tea\".steps=[brew]", "cafe.menu.\"iced, tea\": 'iced, tea' is not a name for a drink; use letters, digits, - and _, and single spaces between words")]
    [InlineData("cafe.menu.\" tea\".steps=[brew]", "cafe.menu.\" tea\": ' tea' is not a name for a drink; use letters, digits, - and _, and single spaces between words")]
    [InlineData("cafe.step.\"pre/heat\".service=1s", "cafe.step.pre/heat: 'pre/heat' is not a name for a step; use letters, digits, - and _, and single spaces between words")]
    [InlineData("cafe.step.grind.service=60", "cafe.step.grind.service: 60 has no unit; write 60s for seconds, or service { distribution = ... }")]
    [InlineData("cafe.step.grind.service=[60s]", "cafe.step.grind.service: expected a distribution, not a list; write service { distribution = exponential, mean = 45s }, or service = 45s")]
    [InlineData("cafe.step.grind.servise={}", "cafe.step.grind.servise: unknown key; did you mean service?")]
    [InlineData("cafe.step.foam.service={ distribution = deterministic, value = 1s }", "cafe.step.foam: no stage performs this step; add it to the performs of a stage")]
    [InlineData("cafe.step.grnd.service.mean=30s", "cafe.step.grnd: no stage performs this step; did you mean grind? (or add it to the performs of a stage)")]
    [InlineData("cafe.menu.cofee.share=2", "cafe.menu.cofee.steps: the key is missing; did you mean coffee? (or write steps = [accept, grind, brew])")]
    public void A_wrong_drink_is_refused(string set, string message) =>
        TestShops.Refusal(set).ShouldBe($"--set: {message}");

    [Fact]
    public void A_menu_on_which_nobody_would_choose_anything_is_refused() =>
        TestShops.Refusal("cafe.menu.coffee.share=0").ShouldBe("--set: cafe.menu: the shares of all drinks are 0; write a share above 0 for one of them");

    [Fact]
    public void An_empty_menu_is_refused()
    {
        using var folder = new ShopFolder().Write("shop.conf", "cafe.menu.coffee = null");

        folder.Refusal().ShouldBe("shop.conf: cafe.menu: there is no drink on the menu; write NAME { steps = [accept, grind, brew] }");
    }
}
