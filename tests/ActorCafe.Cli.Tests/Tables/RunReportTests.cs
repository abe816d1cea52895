using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class RunReportTests
{
    [Fact]
    public void A_run_is_a_row_per_stage_and_a_line_per_measure() =>
        Printed.By(console => RunReport.Write(console, HandMade.Shop(), HandMade.Result())).ShouldBe("""
            x
            """);
}
