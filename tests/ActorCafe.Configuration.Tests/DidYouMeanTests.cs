namespace ActorCafe.Configuration.Tests;

public class DidYouMeanTests
{
    private static readonly string[] Known = ["exponential", "erlang", "uniform", "mean", "min", "max", "share"];

    [Theory]
    [InlineData("exponentail", "exponential")]
    [InlineData("Exponential", "exponential")]
    [InlineData("unifrom", "uniform")]
    [InlineData("maen", "mean")]
    [InlineData("shares", "share")]
    [InlineData("erlng", "erlang")]
    public void A_mistyped_word_finds_the_one_that_was_meant(string word, string meant) =>
        DidYouMean.Suggest(word, Known).ShouldBe(meant);

    [Theory]
    [InlineData("colour")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("mainframe")]
    public void A_word_unlike_all_others_finds_none(string word) => DidYouMean.Suggest(word, Known).ShouldBeNull();

    [Fact]
    public void A_word_without_end_finds_none_and_takes_no_memory() =>
        DidYouMean.Suggest(new string('x', 10_000_000), Known).ShouldBeNull();

    [Fact]
    public void Without_known_words_there_is_no_suggestion() => DidYouMean.Suggest("mean", []).ShouldBeNull();

    [Theory]
    [InlineData("chek", "did you mean check?")]
    [InlineData("--sede", "did you mean --seed?")]
    [InlineData("CHECK", null)]
    [InlineData("--sd", null)]
    [InlineData("--x", null)]
    [InlineData("--seeeed", "did you mean --seed?")]
    [InlineData("ruuuun", null)]
    public void A_mistyped_option_is_at_most_two_letters_away(string word, string? question) =>
        DidYouMean.AskForOption(word, ["run", "check", "--seed"]).ShouldBe(question);

    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("abc", "", 3)]
    [InlineData("grind", "grinder", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("--seed", "--sede", 1)]
    [InlineData("new", "run", 3)]
    public void The_distance_counts_letters_changed_and_neighbours_swapped(string one, string other, int distance) =>
        DidYouMean.Distance(one, other, ignoreCase: true).ShouldBe(distance);
}
