using ActorCafe.Configuration.Hocon;
using Akka.Configuration;
using CsCheck;

namespace ActorCafe.Configuration.Tests.Binding;

/// <summary>Whatever one key of a valid shop is changed to, the result is valid or is rejected in one line.</summary>
public sealed class MutationTests
{
    private static readonly string[] Values =
    [
        "null", "0", "-1", "1", "1.5", "1e400", "45s", "-45s", "0s", "45", "two", "\"\"", "\"two words\"", "on", "off", "none", "unlimited", "auto",
        "[]", "[1, 2]", "[30s]", "[accept]", "[grind, grind]", "[waiter]", "[[]]", "[{}]", "[null]", "{}", "{ a = 1 }", "{ distribution = gamma }",
        "{ distribution = deterministic, value = 1s }", "trace", "closed", "hourly", "saturated", "all-at-once", "erlang", "sequence", "\"a\\u0000b\"",
        "9223372036854775808", "999999999999999999999h", "block", "random-pool", "NaN", "Infinity",
    ];

    private static readonly string[] Paths = [.. PathsOf(TestShops.Embedded("morning-rush.conf").Tree, "").Order(StringComparer.Ordinal)];

    [Fact]
    public void One_changed_key_gives_settings_or_a_line_that_says_why_not() =>
        Gen.Select(OneOf(Paths), OneOf(Values)).Sample((path, value) => IsReadOrRefused("morning-rush.conf", $"{path}={value}"), iter: 3000);

    [Fact]
    public void One_key_too_many_is_read_or_refused() =>
        Gen.Select(OneOf(Paths), Gen.String[Gen.Char["abcdefgh-_ ./\"{}[]=:#$,\n\0"], 1, 6], OneOf(Values))
            .Sample((path, key, value) => IsReadOrRefused("pipeline.conf", $"{path}.{key}={value}"), iter: 1000);

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    private static bool IsReadOrRefused(string shop, string assignment)
    {
        try
        {
            var settings = ShopFiles.LoadEmbedded(shop, [TestShops.Set(assignment)]).Settings;
            return ConfigurationFactory.ParseString(settings.AkkaHocon).HasPath("akka.actor.deployment");
        }
        catch (InputException refused)
        {
            return !refused.Message.Contains('\n', StringComparison.Ordinal) && refused.Message.Split(": ").Length >= 3 && refused.Message.Contains("; ", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> PathsOf(HoconObject section, string path) =>
        section.Members.SelectMany(member =>
        {
            var here = path.Length == 0 ? member.Key : $"{path}.{member.Key}";
            return member.Value is HoconObject inner ? PathsOf(inner, here).Append(here) : [here];
        });
}
