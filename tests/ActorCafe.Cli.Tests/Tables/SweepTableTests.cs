using ActorCafe.Cli.Sweeping;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class SweepTableTests
{
    [Fact]
    public void On_a_narrow_terminal_further_measures_are_in_a_block_below()
    {
        var vary = VariedValues.Read("grinder=1,2");
        var growing = SampleData.Result() with { SteadyState = new SteadyState(false, "120 orders arrive per hour, at most 60 can be served") };

        ConsoleCapture.By(console =>
        {
            console.Profile.Width = 40;
            SweepTable.Write(console, [(new SweepPoint([(vary.Key, "1")], null!), growing), (new SweepPoint([(vary.Key, "2")], null!), SampleData.Result())]);
        }).ShouldBe("""
            grinder time in shop        steady
                            mean    p95  state
            ──────────────────────────────────
            1             4m 12s 7m 06s     no
            2             4m 12s 7m 06s    yes

            grinder capacity bottleneck served lost
                    per hour
            ───────────────────────────────────────
            1           60.0    grinder    196    4
            2           60.0    grinder    196    4
            Without a steady state a mean has no
            long-run value: it depends on how many
            customers come, or is of one day. --json
            says why.

            """);
    }
}
