using System.Text;
using ActorCafe.Configuration.Hocon;
using CsCheck;

namespace ActorCafe.Configuration.Tests.Hocon;

/// <summary>Whatever the input, the reader soon returns a tree or throws InputException.</summary>
public class FuzzTests
{
    private const string Shop = """
        # a shop
        cafe {
          name = "pipe\tline", seed = 1
          step.grind.service { distribution = exponential, mean = ${times.grind} }
          stages = [waiter, grinder ${?more}]
          stages += machine
          text = "" + "x"
          include "menu.conf"
        }
        times { grind = 1.5m, grind = null, grind : 60s } // later
        akka.actor.deployment./cafe/grinder { "router" = shared-queue-pool, nr-of-instances = 3 }
        """;

    private static readonly string[] Tokens =
    [
        "a", "b", "a.b", "${a}", "${?b}", "${a.b}", "\"", "\"\"\"", "\"x\"", "{", "}", "[", "]", "=", ":", "+=", ",", "\n", " ", "#", "//",
        "null", "1", "45s", "include ", "include \"menu.conf\"", "\\", "\\u00", ".", "/", "$", "\uFEFF", "\0", "\r", "\ud800", "(", "required(",
    ];

    private static Gen<string> Token => Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i]);

    [Fact]
    public void Any_row_of_tokens_is_read_or_refused() =>
        Token.Array[0, 40].Sample(tokens => ReadOrRefused(string.Concat(tokens)), iter: 30_000);

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String.Sample(ReadOrRefused, iter: 10_000);

    [Fact]
    public void Any_mutation_of_a_shop_is_read_or_refused() =>
        Gen.Select(Gen.Int[0, Shop.Length - 1], Gen.Int[0, 20], Token).Array[1, 4].Sample(
            cuts => ReadOrRefused(cuts.Aggregate(Shop, (text, cut) =>
            {
                var at = Math.Min(cut.Item1, text.Length);
                return text[..at] + cut.Item3 + text[Math.Min(at + cut.Item2, text.Length)..];
            })),
            iter: 20_000);

    [Fact]
    public void Every_beginning_of_a_shop_is_read_or_refused()
    {
        for (var length = 0; length <= Shop.Length; length++)
        {
            ReadOrRefused(Shop[..length]);
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Gen.Select(Gen.Byte.Array[0, 20], Gen.Int[0, Shop.Length]).Sample(
            (bytes, at) => Refusable(() =>
            {
                var text = Encoding.UTF8.GetBytes(Shop);
                using var stream = new MemoryStream([.. text[..at], .. bytes, .. text[at..]]);
                ReadOrRefused(HoconText.Decode(stream, "shop.conf"));
            }),
            iter: 5_000);

    [Fact]
    public void Any_assignment_is_read_or_refused() =>
        Token.Array[0, 20].Sample(
            tokens => Refusable(() => HoconReader.Resolve(HoconReader.ParseAssignment("--set", string.Concat(tokens)))),
            iter: 20_000);

    [Fact]
    public void Any_duration_is_read_or_refused() =>
        Gen.String[Gen.Char["0123456789.+-e smhdnu"], 0, 50].Sample(
            text => HoconDuration.TryParse(text, out _, out var problem).ShouldBe(problem.Length == 0),
            iter: 20_000);

    private static void ReadOrRefused(string text) => Refusable(() =>
    {
        var source = new MemorySource("shop.conf", [("shop.conf", text), ("menu.conf", "menu.coffee.share = 1\na += ${?a.b}")]);
        var tree = HoconReader.Read(source);
        _ = tree.Leaves().Count();
        HoconWriter.Write(HoconReader.Resolve(HoconReader.Merge(tree, HoconReader.Read(source))));
    });

    private static void Refusable(Action read)
    {
        try
        {
            read();
        }
        catch (InputException error)
        {
            error.Message.ShouldNotContain('\n');
        }
    }
}
