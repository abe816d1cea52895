using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public class MergeTests
{
    [Theory]
    [InlineData("a { x = 1 }\na { y = 2 }", "{a: {x: 1, y: 2}}")]
    [InlineData("a { x = 1 }\na.x = 2", "{a: {x: 2}}")]
    [InlineData("a = { x = 1 } { y = 2 }", "{a: {x: 1, y: 2}}")]
    [InlineData("a = 1\na = 2", "{a: 2}")]
    [InlineData("a = [1]\na = [2]", "{a: [2]}")]
    [InlineData("a = 1\na { x = 1 }", "{a: {x: 1}}")]
    [InlineData("a { x = 1 }\na = 1", "{a: 1}")]
    [InlineData("b = 1\na = 1\nb = 2", "{b: 2, a: 1}")]
    public void Objects_of_one_key_merge_and_of_other_values_the_later_stands(string text, string tree) =>
        InMemoryHocon.Shown(text).ShouldBe(tree);

    [Theory]
    [InlineData("a = 1\na = null", "{}")]
    [InlineData("a { x = 1, y = 2 }\na.x = null", "{a: {y: 2}}")]
    [InlineData("a { x = 1 }\na = null\na { y = 2 }", "{a: {y: 2}}")]
    [InlineData("a = [1]\na = null\na += 2", "{a: [2]}")]
    [InlineData("a = \"null\"", "{a: \"null\"}")]
    public void Null_removes_what_stood_before(string text, string tree) => InMemoryHocon.Shown(text).ShouldBe(tree);

    [Theory]
    [InlineData("a = 1", "a = null", "{}")]
    [InlineData("a { x = 1 }", "a = null\na.y = 2", "{a: {y: 2}}")]
    [InlineData("a { x = 1 }", "a = 5\na { y = 2 }", "{a: {y: 2}}")]
    [InlineData("a { x = 1 }", "a { y = 2 }", "{a: {x: 1, y: 2}}")]
    [InlineData("a = [1]", "a += 2\na += 3", "{a: [1, 2, 3]}")]
    [InlineData("a += 1", "a += 2", "{a: [1, 2]}")]
    [InlineData("a = [1]", "a = ${a} [2]", "{a: [1, 2]}")]
    [InlineData("b = 1", "a = ${b}", "{b: 1, a: 1}")]
    [InlineData("a = ${b}\nb = 1", "b = 2", "{a: 2, b: 2}")]
    public void One_file_lies_over_another(string below, string above, string tree)
    {
        var merged = HoconReader.Merge(Tree(below), Tree(above));

        InMemoryHocon.Shown(HoconReader.Resolve(merged)).ShouldBe(tree);
    }

    [Fact]
    public void Merging_changes_neither_tree()
    {
        var (below, above) = (Tree("a { x = 1 }\nl = [1]\ns = ${a}\ns.x = 3"), Tree("a { y = 2 }\nl += 2\ns.z = 4"));

        _ = HoconReader.Merge(below, above);
        _ = HoconReader.Merge(below, above);

        InMemoryHocon.Shown(HoconReader.Resolve(below)).ShouldBe("{a: {x: 1}, l: [1], s: {x: 3}}");
        InMemoryHocon.Shown(HoconReader.Resolve(above)).ShouldBe("{a: {y: 2}, l: [2], s: {z: 4}}");
    }

    [Fact]
    public void A_merged_object_has_the_origin_of_its_last_writer()
    {
        var reference = HoconReader.Read(new TextSource("reference.conf", "a.b { x = 1 }\nc.x = 1"), isReference: true);

        var merged = HoconReader.Merge(reference, Tree("\na.b.y = 2"));

        merged.At("a", "b").Origin.ShouldBe(new Origin("x.conf", 2));
        merged.At("c").Origin.IsReference.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a += 1\na += 2", "{a: [1, 2]}")]
    [InlineData("a = [1]\na += [2, 3]\na += { x = 1 }", "{a: [1, [2, 3], {x: 1}]}")]
    [InlineData("b = [1]\na = ${b}\na += 2\na += 3", "{b: [1], a: [1, 2, 3]}")]
    [InlineData("b = 2\na = [1]\na += ${b}", "{b: 2, a: [1, 2]}")]
    public void Plus_equals_appends_to_a_list(string text, string tree) => InMemoryHocon.Shown(text).ShouldBe(tree);

    [Theory]
    [InlineData("x = 1\nc.a = text\nc.a += 2")]
    [InlineData("c.a { x = 1 }\nc.a += 2")]
    public void Plus_equals_on_what_is_no_list_is_an_error(string text) =>
        InMemoryHocon.Error(text).ShouldStartWith("shop.conf: c.a: ");

    [Fact]
    public void Leaves_are_all_values_and_empty_objects_with_their_paths() =>
        InMemoryHocon.Read("a { b = 1, c = [1], d {} }\ne = x").Leaves().Select(leaf => leaf.Path).ShouldBe(["a.b", "a.c", "a.d", "e"]);

    private static HoconObject Tree(string text) => HoconReader.Read(new TextSource("x.conf", text));
}
