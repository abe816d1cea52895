namespace ActorCafe.Configuration.Tests.Hocon;

/// <summary>What Akka's own reader silently accepts (or hangs on), and other HOCON that ActorCafe rejects.</summary>
public class StrictnessTests
{
    [Theory]
    [InlineData("cafe {\n  name = x\n", 1, "'{' is never closed")]
    [InlineData("cafe {\n  a {\n  b = 1\n}", 1, "'{' is never closed")]
    [InlineData("cafe {\n  stages = [a, b\n", 2, "'[' is never closed")]
    [InlineData("cafe {\n  stages = [a, b\n  seed = 1\n}", 2, "'[' is never closed")]
    [InlineData("cafe {\n  stages = [a, b }", 2, "'[' is never closed")]
    [InlineData("a = [", 1, "'[' is never closed")]
    [InlineData("a = [[1, 2]\n", 1, "'[' is never closed")]
    [InlineData("\n\na = \"x\nb = 2", 3, "is never closed")]
    [InlineData("a = \"x", 1, "is never closed")]
    [InlineData("a = \"x\\", 1, "")]
    [InlineData("\na = \"\"\"x\nb = 2\n", 2, "is never closed")]
    [InlineData("\na = ${b\nc = 1", 2, "is never closed")]
    public void What_is_never_closed_is_named_by_the_line_that_opened_it(string text, int line, string problem)
    {
        var error = InMemoryHocon.Error(text);

        error.ShouldStartWith($"shop.conf: line {line}: ");
        error.ShouldContain(problem);
    }

    [Theory]
    [InlineData("cafe {\n}\n}\nseed = 1", 3)]
    [InlineData("}", 1)]
    [InlineData("a = 1 ]", 1)]
    [InlineData("a = [1]]", 1)]
    [InlineData("a = 1\n]", 2)]
    [InlineData("{ a = 1 } }", 1)]
    [InlineData("{ a = 1 }\nb = 2", 2)]
    public void A_closing_bracket_too_many_is_an_error(string text, int line) =>
        InMemoryHocon.Error(text).ShouldStartWith($"shop.conf: line {line}: ", Case.Sensitive, text);

    [Theory]
    [InlineData("cafe {\n  name =\n  seed = 1\n}", "cafe.name")]
    [InlineData("cafe { name =", "cafe.name")]
    [InlineData("cafe { name = }", "cafe.name")]
    [InlineData("cafe { name = ] }", "cafe.name")]
    [InlineData("cafe { name = , seed = 1 }", "cafe.name")]
    [InlineData("cafe.name = # nothing\nseed = 1", "cafe.name")]
    [InlineData("a.b.mean :\nc = 1", "a.b.mean")]
    [InlineData("cafe.stages +=\n", "cafe.stages")]
    [InlineData("cafe { \"a.b\" = }", "cafe.\"a.b\"")]
    public void A_missing_value_names_its_key_and_swallows_no_other(string text, string key) =>
        InMemoryHocon.Error(text).ShouldStartWith($"shop.conf: {key}: no value follows on line ");

    [Theory]
    [InlineData("name", 1)]
    [InlineData("a = 1\nname pipeline", 2)]
    [InlineData("a { name }", 1)]
    [InlineData("coffee steps = [a]", 1)]
    [InlineData("a, b = 1", 1)]
    public void A_key_without_a_separator_is_an_error(string text, int line) =>
        InMemoryHocon.Error(text).ShouldStartWith($"shop.conf: line {line}: no '=' follows ");

    [Theory]
    [InlineData("a = x$y")]
    [InlineData("a = x:y")]
    [InlineData("a = x=y")]
    [InlineData("a = b = c")]
    [InlineData("a = x+y")]
    [InlineData("a = x`y")]
    [InlineData("a = x^y")]
    [InlineData("a = x?y")]
    [InlineData("a = x!y")]
    [InlineData("a = x@y")]
    [InlineData("a = *")]
    [InlineData("a = x&y")]
    [InlineData("a = C:\\shop")]
    [InlineData("/cafe/* { a = 1 }")]
    [InlineData("a@b = 1")]
    [InlineData("a..b = 1")]
    [InlineData(".a = 1")]
    [InlineData("a. = 1")]
    [InlineData("\"\" = 1")]
    [InlineData("= 1")]
    [InlineData("[1, 2]")]
    [InlineData("a = [1,,2]")]
    [InlineData("a = [,1]")]
    [InlineData("a = 1,,b = 2")]
    [InlineData(", a = 1")]
    [InlineData("a = 1 { b = 2 }")]
    [InlineData("a = [1] x")]
    [InlineData("a { } b = 1")]
    [InlineData("a = \"\\x\"")]
    [InlineData("a = \"\\u12g4\"")]
    [InlineData("a = ${}")]
    [InlineData("a = $b")]
    [InlineData("${a} = 1")]
    [InlineData("a = [null]")]
    [InlineData("a += null")]
    public void What_could_be_meant_otherwise_is_refused_in_one_line(string text)
    {
        var error = InMemoryHocon.Error(text);

        error.ShouldStartWith("shop.conf: ");
        error.ShouldContain("; ");
        error.ShouldNotContain("\n");
    }

    [Fact]
    public void Characters_that_no_text_has_are_refused() =>
        InMemoryHocon.Error("a = 1\nb = \u0001").ShouldStartWith("shop.conf: file: it is not a text file");

    [Fact]
    public void Nesting_up_to_a_hundred_deep_is_read() =>
        InMemoryHocon.Read(Nested("a {", 99, "b = 1", "}")).Leaves().Count().ShouldBe(1);

    [Theory]
    [InlineData("a {", "}")]
    [InlineData("[", "]")]
    [InlineData("a.", "")]
    [InlineData("a = [{", "}]")]
    public void Nesting_over_a_hundred_deep_is_refused(string open, string close) =>
        InMemoryHocon.Error((open[0] == '[' ? "a = " : "") + Nested(open, 100_000, "b", close))
            .ShouldContain("more than 100 deep");

    private static string Nested(string open, int times, string inside, string close) =>
        string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times));
}
