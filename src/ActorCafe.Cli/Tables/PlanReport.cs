using ActorCafe.Analysis.Planning;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints a plan.</summary>
internal static class PlanReport
{
    private const int LongestName = 26;

    public static void Write(IAnsiConsole console, ShopPlan plan)
    {
        if (plan.Chosen is not { } chosen)
        {
            foreach (var sentence in PlanSentences.Unreachable(plan))
            {
                console.WriteWrapped(sentence);
            }

            return;
        }

        console.WriteWrapped($"{plan.Request.Shop.Name}: the cheapest pools for {DisplayFormat.List([.. plan.Request.Targets.Select(target => target.Text)])}");
        console.WriteLine();
        console.Write(plan.Staff.IsEmpty ? Pools(plan, chosen) : Hours(plan));
        console.WriteLine();
        console.Write(Targets(plan, chosen));
        console.WriteLine();
        if (plan.OneFewer.Any(staffing => staffing is not null))
        {
            console.Write(OneFewer(plan, chosen));
            console.WriteLine();
        }

        foreach (var sentence in PlanSentences.Of(plan, chosen))
        {
            console.WriteWrapped(sentence);
        }

        PlanHocon.Write(console, "To paste into the shop's file:", PlanHocon.Of(plan));
    }

    private static MeasureTable Pools(ShopPlan plan, Staffing chosen)
    {
        var table = MeasureTable.Of("stage", ["workers", "cost\nper hour", "utilised"]);
        foreach (var stage in plan.Request.Shop.Stages)
        {
            var workers = chosen.Workers[stage.Index];
            table.Row(MeasureTable.Truncate(stage.Name, LongestName), [DisplayFormat.Count(workers), DisplayFormat.Number(workers * plan.Request.CostPerHour[stage.Index]), DisplayFormat.Percent(chosen.Utilisation[stage.Index])]);
        }

        table.Row("in all", [DisplayFormat.Count(chosen.Workers.Sum()), DisplayFormat.Number(chosen.CostPerHour), ""]);
        return table;
    }

    private static MeasureTable Hours(ShopPlan plan)
    {
        var table = MeasureTable.Of("hour", ["customers", .. plan.Staff.Select(staff => MeasureTable.Truncate(staff.Stage, 12)), "cost"]);
        var rates = plan.Hours!.CustomersPerHour;
        foreach (var hour in Enumerable.Range(0, rates.Length).Where(hour => plan.Staff.Any(staff => staff.PerHour[hour] > 0)))
        {
            table.Row(
                $"{hour} to {hour + 1}",
                [DisplayFormat.Number(rates[hour]), .. plan.Staff.Select(staff => DisplayFormat.Count(staff.PerHour[hour])), DisplayFormat.Number(plan.Staff.Zip(plan.Request.CostPerHour, (staff, cost) => staff.PerHour[hour] * cost).Sum())]);
        }

        return table;
    }

    private static MeasureTable Targets(ShopPlan plan, Staffing chosen)
    {
        var table = MeasureTable.Of("target", ["simulated", $"{DisplayFormat.Level(plan.Request.Confidence)} sure\nit is below", "sure it\nis met"]);
        foreach (var one in chosen.Estimates)
        {
            table.Row(MeasureTable.Truncate(one.Target.Text, LongestName), [PlanSentences.Value(one.Target, one.Measured), PlanSentences.Value(one.Target, one.AtMost), PlanSentences.Sure(one.Confidence)]);
        }

        return table;
    }

    private static MeasureTable OneFewer(ShopPlan plan, Staffing chosen)
    {
        var table = MeasureTable.Of("one fewer", ["workers", "saves", .. plan.Request.Targets.Select(target => MeasureTable.Truncate(target.Text, LongestName)), "sure it\nis met"]);
        foreach (var (stage, staffing) in plan.Request.Shop.Stages.Zip(plan.OneFewer))
        {
            table.Row(MeasureTable.Truncate(stage.Name, LongestName), staffing is null
                ? ["0", .. Enumerable.Repeat(DisplayFormat.NoData, plan.Request.Targets.Length + 2)]
                : [DisplayFormat.Count(staffing.Workers[stage.Index]), DisplayFormat.Number(chosen.CostPerHour - staffing.CostPerHour), .. staffing.Estimates.Select(one => PlanSentences.Value(one.Target, one.Measured)), PlanSentences.Sure(staffing.Confidence)]);
        }

        return table;
    }
}
