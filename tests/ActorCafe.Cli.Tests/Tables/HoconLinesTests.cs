using ActorCafe.Cli.Tables;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class HoconLinesTests
{
    private static readonly Origin Here = new("shop.conf", 4);
    private static readonly Origin Default = new("hocon/reference.conf", 12, IsReference: true);

    [Fact]
    public void Every_key_stands_on_a_line_with_where_it_was_written()
    {
        var tree = Group(("cafe", Group(
            ("name", new HoconScalar("Ada's \"own\"", true, Here)),
            ("seed", new HoconScalar("1", false, Default)),
            ("stages", new HoconArray([new HoconScalar("waiter", false, Here), Group(("at", new HoconScalar("2h", false, Here)))], Here)),
            ("hot drinks", Group(("tea", Group()))))));
        HoconLines.Of(tree, "cafe").ShouldBe(
        [
            "cafe.name = \"Ada's \\\"own\\\"\"   # shop.conf:4",
            "cafe.seed = 1   # reference.conf:12",
            "cafe.stages = [waiter, { at = 2h }]   # shop.conf:4",
            "cafe.\"hot drinks\".tea = {}   # shop.conf:4",
        ]);
    }

    [Fact]
    public void A_deployment_keeps_its_path() =>
        HoconLines.Of(Group(("akka", Group(("actor", Group(("deployment", Group(("/cafe/waiter", Group(("nr-of-instances", new HoconScalar("2", false, new Origin("--pool", 1)))))))))))), "akka", "actor", "deployment")
            .ShouldBe(["akka.actor.deployment./cafe/waiter.nr-of-instances = 2   # --pool:1"]);

    [Fact]
    public void What_is_not_there_has_no_lines() => HoconLines.Of(Group(), "akka", "actor").ShouldBeEmpty();

    private static HoconObject Group(params (string Key, HoconNode Node)[] members) =>
        new(members.ToDictionary(member => member.Key, member => member.Node), Here);
}
