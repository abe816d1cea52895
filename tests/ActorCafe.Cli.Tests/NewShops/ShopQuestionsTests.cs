using ActorCafe.Cli.Commands;
using ActorCafe.Cli.NewShops;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Tests.NewShops;

public sealed class ShopQuestionsTests
{
    private const string Accept = "accept 20s";

    [Fact]
    public void Empty_lines_accept_the_suggestions()
    {
        var shop = Answer("", "", "", "", "").Shop!;

        shop.Settings.Stages.Select(stage => $"{stage.Name} {stage.Workers}").ShouldBe(["accept 1", "grind 1", "brew 1"]);
        (shop.Settings.Customers.OpensAt, shop.Settings.Customers.Until).ShouldBe((TimeSpan.FromHours(8), TimeSpan.FromHours(18)));
        shop.CostPerHour.ShouldBe([15, 15, 15]);
    }

    [Fact]
    public void Steps_joined_by_plus_form_one_stage()
    {
        var shop = Answer("Größe messen 1m30s + knead 2m, bake 10m", "12", "", "", "12.5, 13").Shop!;

        // 12 per hour x 3.5 min, and x 10 min: 0.7 and 2 workers are busy.
        shop.Settings.Stages.Select(stage => $"{stage.Name} {stage.Workers}").ShouldBe(["Größe-messen-knead 1", "bake 3"]);
        shop.CostPerHour.ShouldBe([12.5, 13]);
    }

    [Fact]
    public void Customers_by_the_hour_are_counted_from_opening_and_may_go_past_midnight()
    {
        var (text, _, _) = Answer(Accept, "10 20 0 30", "", "22:30-2", "");

        text.ShouldContain("""
                  rates = [
                    0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 20
                  ]
            """);
        text.ShouldContain("opens-at = 22h30m\n");
        text.ShouldContain("until = 26h\n");
    }

    [Theory]
    [InlineData(1, "accept", "'accept' is no step with a time; write a name and a time, such as grind 60s")]
    [InlineData(1, "accept 20s,", "a step is missing; write a name and a time for each, such as grind 60s")]
    [InlineData(1, "accept 20", "20 has no unit; write 20s for seconds")]
    [InlineData(1, "a/b 20s", "'a/b' is not a name for a step; use letters, digits, - and _, and single spaces between words")]
    [InlineData(1, "accept 20s, accept 30s", "accept is listed twice; name each stage once")]
    [InlineData(1, "customers 20s", "the name 'customers' belongs to the shop itself; give the stage another name")]
    [InlineData(2, "many", "'many' is not a number; write customers per hour, such as 40")]
    [InlineData(2, "-40", "'-40' is not a number; write customers per hour, such as 40")]
    [InlineData(2, "0 0", "nobody comes; write a number above 0")]
    [InlineData(3, "1, 2", "2 numbers for 1 stage; write one for each of accept")]
    [InlineData(3, "0", "0 is no number of workers; write whole numbers from 1")]
    [InlineData(3, "1.5", "1.5 is no number of workers; write whole numbers from 1")]
    [InlineData(4, "morning", "these are no opening hours; write two times of a 24-hour clock, such as 8:00-18:00")]
    [InlineData(4, "8:70-18", "these are no opening hours; write two times of a 24-hour clock, such as 8:00-18:00")]
    [InlineData(5, ",", "',' is not a number; write a wage, such as 15")]
    public void A_wrong_answer_is_asked_for_again_with_the_reason(int question, string wrong, string reason)
    {
        string[] answers = [.. Enumerable.Repeat("", question - 1), wrong, .. Enumerable.Repeat("", 6 - question)];
        answers[0] = question == 1 ? wrong : Accept;

        var (_, shop, shown) = Answer(answers);

        shop.ShouldNotBeNull();
        shown.ReplaceLineEndings(" ").ShouldContain($"> {reason}");
    }

    [Fact]
    public void Opening_hours_that_do_not_fit_the_customers_by_the_hour_are_asked_for_again()
    {
        var (_, shop, shown) = Answer(Accept, "10, 20", "", "8-18", "8-10", "");

        shown.ReplaceLineEndings(" ").ShouldContain("> customers were given for 2 hours, but 8-18 is 10; write opening hours of 2");
        shop!.Settings.Customers.Until.ShouldBe(TimeSpan.FromHours(10));
    }

    [Fact]
    public void One_number_holds_for_every_stage()
    {
        var shop = Answer("accept: 20s, grind=1m", "", "2", "8h to 18h", "12").Shop!;

        shop.Settings.Stages.Select(stage => $"{stage.Name} {stage.Workers}").ShouldBe(["accept 2", "grind 2"]);
        shop.CostPerHour.ShouldBe([12, 12]);
    }

    [Fact]
    public void Without_all_answers_there_is_no_shop() => Answer("", "").Shop.ShouldBeNull();

    [Fact]
    public void A_template_has_a_target_that_its_shop_can_be_planned_for()
    {
        foreach (var template in ShopTemplate.All)
        {
            var shop = ShopFiles.LoadText(template.Name, template.Text("mine"));

            shop.Settings.Name.ShouldBe("mine");
            Should.NotThrow(() => TargetParser.Read(template.Target, shop.Settings));
        }
    }

    private static (string Text, LoadedShop? Shop, string Shown) Answer(params string[] lines)
    {
        using var input = new StringReader(string.Join('\n', lines) + "\n");
        using var shown = new StringWriter();
        if (ShopQuestions.Ask(input, Terminal.For(shown, redirected: true)) is not { } answers)
        {
            return ("", null, shown.ToString());
        }

        var text = AnsweredShop.Text(answers, "shop");
        return (text, ShopFiles.LoadText("shop.conf", text), shown.ToString());
    }
}
