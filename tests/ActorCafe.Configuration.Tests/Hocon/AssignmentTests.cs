using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public class AssignmentTests
{
    [Theory]
    [InlineData("cafe.seed=3", "{cafe: {seed: 3}}")]
    [InlineData("cafe.seed = 3", "{cafe: {seed: 3}}")]
    [InlineData("a=[1, {b = 2}]", "{a: [1, {b: 2}]}")]
    [InlineData("a={b = 1, c = two words}", "{a: {b: 1, c: two words}}")]
    [InlineData("a=\"x = y\"", "{a: \"x = y\"}")]
    [InlineData("\"a=b\".c=1", "{a=b: {c: 1}}")]
    [InlineData("akka.actor.deployment./cafe/grinder.nr-of-instances=3", "{akka: {actor: {deployment: {/cafe/grinder: {nr-of-instances: 3}}}}}")]
    [InlineData("a=\"\"", "{a: \"\"}")]
    public void An_assignment_is_a_key_and_a_value_of_HOCON(string text, string tree) =>
        InMemoryHocon.Shown(HoconReader.ParseAssignment("--set", text)).ShouldBe(tree);

    [Theory]
    [InlineData("a=null", "{}")]
    [InlineData("a+=3", "{a: [1, 2, 3]}")]
    [InlineData("a=${a} [3]", "{a: [1, 2, 3]}")]
    [InlineData("b=${a}", "{a: [1, 2], b: [1, 2]}")]
    public void An_assignment_sees_what_it_lies_upon(string text, string tree)
    {
        var file = HoconReader.Read(new TextSource("x.conf", "a = [1, 2]"));

        var merged = HoconReader.Merge(file, HoconReader.ParseAssignment("--set", text));

        InMemoryHocon.Shown(HoconReader.Resolve(merged)).ShouldBe(tree);
    }

    [Fact]
    public void Its_origin_is_the_option() =>
        HoconReader.ParseAssignment("--set", "a.b=1").At("a", "b").Origin.ShouldBe(new Origin("--set", 1));

    [Theory]
    [InlineData("", "--set: (empty): it is not an assignment; write KEY=VALUE")]
    [InlineData("cafe.seed", "--set: cafe.seed: it is not an assignment; ")]
    [InlineData("=3", "--set: =3: it is not an assignment; ")]
    [InlineData("a b=3", "--set: a b=3: it is not an assignment; ")]
    [InlineData("cafe.seed=", "--set: cafe.seed: no value follows")]
    [InlineData("cafe.seed=  ", "--set: cafe.seed: no value follows")]
    [InlineData("cafe.stages=[a", "--set: cafe.stages: '[' is never closed; ")]
    [InlineData("cafe.name=\"x", "--set: cafe.name: ")]
    [InlineData("cafe.name=x}", "--set: cafe.name: ")]
    [InlineData("cafe.name=x, b = 2", "--set: cafe.name: ")]
    [InlineData("cafe.name=x\nb = 2", "--set: cafe.name: ")]
    [InlineData("cafe.name=a#b", "--set: cafe.name: a comment begins in the value; ")]
    [InlineData("cafe.name=host:80", "--set: cafe.name: ")]
    [InlineData("cafe={include \"x.conf\"}", "--set: cafe: nothing can be included here; ")]
    [InlineData("cafe.stages+=null", "--set: cafe.stages: ")]
    public void What_is_no_assignment_names_the_option_and_the_key(string text, string error) =>
        Should.Throw<InputException>(() => HoconReader.ParseAssignment("--set", text)).Message.ShouldStartWith(error);
}
