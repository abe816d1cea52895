using ActorCafe.Analysis.Planning;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>What <c>plan</c> tells.</summary>
internal static class PlanReport
{
    private const int LongestName = 26;

    public static void Write(IAnsiConsole console, ShopPlan plan)
    {
        if (plan.Chosen is not { } chosen)
        {
            foreach (var sentence in PlanWords.Unreachable(plan))
            {
                console.Say(sentence);
            }

            return;
        }

        console.Say($"{plan.Request.Shop.Name}: the cheapest pools for {Human.And([.. plan.Request.Targets.Select(target => target.Text)])}");
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

        foreach (var sentence in PlanWords.Of(plan, chosen))
        {
            console.Say(sentence);
        }

        console.WriteLine();
        console.WriteLine("To paste into the shop's file:");
        // Not wrapped: a line is to be copied as it is.
        foreach (var line in PlanHocon.Of(plan))
        {
            console.Profile.Out.Writer.WriteLine($"  {line}");
        }
    }

    private static Table Pools(ShopPlan plan, Staffing chosen)
    {
        var table = Grid.Of("stage", ["workers", "cost\nan hour", "utilised"]);
        foreach (var stage in plan.Request.Shop.Stages)
        {
            var workers = chosen.Workers[stage.Index];
            table.Row(Grid.Short(stage.Name, LongestName), [Human.Count(workers), Human.Number(workers * plan.Request.CostPerHour[stage.Index]), Human.Percent(chosen.Utilisation[stage.Index])]);
        }

        table.Row("in all", [Human.Count(chosen.Workers.Sum()), Human.Number(chosen.CostPerHour), ""]);
        return table;
    }

    private static Table Hours(ShopPlan plan)
    {
        var table = Grid.Of("hour", ["customers", .. plan.Staff.Select(staff => Grid.Short(staff.Stage, 12)), "cost"]);
        var rates = ((Shop.Settings.ArrivalSettings.Hourly)plan.Request.Shop.Customers.Arrivals).RatesPerHour;
        for (var hour = 0; hour < rates.Length; hour++)
        {
            table.Row(
                $"{hour} to {hour + 1}",
                [Human.Number(rates[hour]), .. plan.Staff.Select(staff => Human.Count(staff.PerHour[hour])), Human.Number(plan.Staff.Zip(plan.Request.CostPerHour, (staff, cost) => staff.PerHour[hour] * cost).Sum())]);
        }

        return table;
    }

    private static Table Targets(ShopPlan plan, Staffing chosen)
    {
        var table = Grid.Of("target", ["played", $"{PlanWords.Level(plan)} sure\nfrom", "\nto", "kept\nfor sure"]);
        foreach (var one in chosen.Estimates)
        {
            table.Row(Grid.Short(one.Target.Text, LongestName), [PlanWords.Value(one.Target, one.Measured), PlanWords.Value(one.Target, one.Ci?.Low), PlanWords.Value(one.Target, one.Ci?.High), PlanWords.Sure(one.Confidence)]);
        }

        return table;
    }

    private static Table OneFewer(ShopPlan plan, Staffing chosen)
    {
        var table = Grid.Of("one fewer", ["workers", "saves", .. plan.Request.Targets.Select(target => Grid.Short(target.Text, LongestName)), "kept"]);
        foreach (var (stage, staffing) in plan.Request.Shop.Stages.Zip(plan.OneFewer))
        {
            table.Row(Grid.Short(stage.Name, LongestName), staffing is null
                ? ["0", .. Enumerable.Repeat(Human.None, plan.Request.Targets.Length + 2)]
                : [Human.Count(staffing.Workers[stage.Index]), Human.Number(chosen.CostPerHour - staffing.CostPerHour), .. staffing.Estimates.Select(one => PlanWords.Value(one.Target, one.Measured)), PlanWords.Sure(staffing.Confidence)]);
        }

        return table;
    }
}
