using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class ShopColumnsTests
{
    private static readonly (string, List<string>)[] Variants =
    [
        ("pipeline", ["8m 25s"]),
        ("pipeline: grinder=2", ["3m 30s"]),
        ("pipeline: machine=2,cafe.step.brew.service={distribution=lognormal,mean=60s,cv=0.5}", ["12m 01s"]),
    ];

    [Fact]
    public void Names_of_variants_are_divided_between_their_changes() => Print(80).ShouldBe("""
                                                            pipeline: machine=2,
                                                        cafe.step.brew.service={
                                                         distribution=lognormal,
                           pipeline pipeline: grinder=2         mean=60s,cv=0.5}
        ────────────────────────────────────────────────────────────────────────
        time in shop, mean   8m 25s              3m 30s                  12m 01s

        """);

    [Fact]
    public void On_a_narrow_terminal_each_shop_still_has_its_whole_name() => Print(40).ShouldBe("""
                           pipeline
        ───────────────────────────
        time in shop, mean   8m 25s

                           pipeline: grinder=2
        ──────────────────────────────────────
        time in shop, mean              3m 30s

                            pipeline: machine=2,
                           cafe.step.brew.servic
                           e={distribution=logno
                           rmal,mean=60s,cv=0.5}
        ────────────────────────────────────────
        time in shop, mean               12m 01s

        """);

    private static string Print(int width) => ConsoleCapture.By(console => ShopColumns.Write(console, ["time in shop, mean"], Variants), width);
}
