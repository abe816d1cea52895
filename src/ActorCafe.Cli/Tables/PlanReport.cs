using System.Globalization;
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

        console.WriteLine();
        console.WriteLine("To paste into the shop's file:");
        // Not wrapped, so that lines can be copied.
        foreach (var line in PlanHocon.Of(plan))
        {
            console.Profile.Out.Writer.WriteLine($"  {line}");
        }
    }

    private static Table Pools(ShopPlan plan, Staffing chosen)
    {
        var table = MeasureTable.Of("stage", ["workers", "cost\nan hour", "utilised"]);
        foreach (var stage in plan.Request.Shop.Stages)
        {
            var workers = chosen.Workers[stage.Index];
            table.Row(MeasureTable.Truncate(stage.Name, LongestName), [DisplayFormat.Count(workers), DisplayFormat.Number(workers * plan.Request.CostPerHour[stage.Index]), DisplayFormat.Percent(chosen.Utilisation[stage.Index])]);
        }

        table.Row("in all", [DisplayFormat.Count(chosen.Workers.Sum()), DisplayFormat.Number(chosen.CostPerHour), ""]);
        return table;
    }

    private static Table Hours(ShopPlan plan)
    {
        var table = MeasureTable.Of("hour", ["customers", .. plan.Staff.Select(staff => MeasureTable.Truncate(staff.Stage, 12)), "cost"]);
        var rates = ((Shop.Settings.ArrivalSettings.Hourly)plan.Request.Shop.Customers.Arrivals).RatesPerHour;
        foreach (var hour in Enumerable.Range(0, rates.Length).Where(hour => plan.Staff.Any(staff => staff.PerHour[hour] > 0)))
        {
            table.Row(
                $"{hour} to {hour + 1}",
                [DisplayFormat.Number(rates[hour]), .. plan.Staff.Select(staff => DisplayFormat.Count(staff.PerHour[hour])), DisplayFormat.Number(plan.Staff.Zip(plan.Request.CostPerHour, (staff, cost) => staff.PerHour[hour] * cost).Sum())]);
        }

        return table;
    }

    private static Table Targets(ShopPlan plan, Staffing chosen)
    {
        var table = MeasureTable.Of("target", ["played", $"{PlanSentences.Level(plan)} sure\nfrom", "\nto", "kept\nfor sure"]);
        foreach (var one in chosen.Estimates)
        {
            table.Row(MeasureTable.Truncate(one.Target.Text, LongestName), [PlanSentences.Value(one.Target, one.Measured), PlanSentences.Value(one.Target, one.Ci?.Low), PlanSentences.Value(one.Target, one.Ci?.High), PlanSentences.Sure(one.Confidence)]);
        }

        return table;
    }

    private static Table OneFewer(ShopPlan plan, Staffing chosen)
    {
        var table = MeasureTable.Of("one fewer", ["workers", "saves", .. plan.Request.Targets.Select(target => MeasureTable.Truncate(target.Text, LongestName)), "kept"]);
        foreach (var (stage, staffing) in plan.Request.Shop.Stages.Zip(plan.OneFewer))
        {
            table.Row(MeasureTable.Truncate(stage.Name, LongestName), staffing is null
                ? ["0", .. Enumerable.Repeat(DisplayFormat.NoData, plan.Request.Targets.Length + 2)]
                : [DisplayFormat.Count(staffing.Workers[stage.Index]), DisplayFormat.Number(chosen.CostPerHour - staffing.CostPerHour), .. staffing.Estimates.Select(one => PlanSentences.Value(one.Target, one.Measured)), PlanSentences.Sure(staffing.Confidence)]);
        }

        return table;
    }
}

/// <summary>A plan in sentences.</summary>
internal static class PlanSentences
{
    public static string Level(ShopPlan plan) => DisplayFormat.Percent(plan.Request.Confidence).Replace(".0%", "%", StringComparison.Ordinal);

    public static string Value(Target target, double? measured) => target.IsTime ? DisplayFormat.Time(measured) : DisplayFormat.Percent(measured);

    /// <summary>A probability, never rounded to certainty.</summary>
    public static string Sure(double share) => share switch
    {
        > 0.9995 => ">99.9%",
        < 0.0005 => "<0.1%",
        _ => DisplayFormat.Percent(share),
    };

    public static IEnumerable<string> Of(ShopPlan plan, Staffing chosen)
    {
        var orders = plan.Request.Shop.Customers.Orders is { } count ? $" of {DisplayFormat.Count(count)} orders" : "";
        var warmUp = chosen.WarmUp is > 0 and var left ? $", the first {DisplayFormat.Count(left)} of them left out" : "";
        yield return $"It costs {DisplayFormat.Number(chosen.CostPerHour)} an hour{(plan.Staff.IsEmpty ? "" : " on average")}; judged by {DisplayFormat.Count(chosen.Runs)} runs{orders}{warmUp}. {DisplayFormat.Count(plan.Simulated)} pools were played, {DisplayFormat.Count(plan.Excluded)} ruled out by theory before.";
        foreach (var staffing in plan.Inconclusive)
        {
            yield return $"{Pools(plan, staffing)} would cost {DisplayFormat.Number(staffing.CostPerHour)} an hour and may do as well: {Sure(staffing.Confidence)} sure after {DisplayFormat.Count(staffing.Runs)} runs.";
        }

        foreach (var (stage, staffing) in plan.Request.Shop.Stages.Zip(plan.OneFewer).Where(pair => pair.Second?.SteadyState.Reached == false))
        {
            yield return $"With one fewer at {stage.Name} there is no steady state: {staffing!.SteadyState.Reason}.";
        }

        if (!plan.Staff.IsEmpty)
        {
            yield return "In no hour can a worker be left out: the whole day was played with one fewer of each in every hour.";
        }
    }

    public static IEnumerable<string> Unreachable(ShopPlan plan)
    {
        var beyond = plan.Largest!;
        if (!beyond.SteadyState.Reached)
        {
            yield return $"Even with {Pools(plan, beyond)} there is no steady state: {beyond.SteadyState.Reason}.";
        }

        foreach (var one in beyond.Estimates.Where(one => one.Confidence < plan.Request.Confidence))
        {
            yield return one.Measured is null
                ? $"{one.Target.Text} cannot be told: nothing was measured (no order was served, the shop comes to a deadlock, or shop time runs out)."
                : $"{one.Target.Text} is out of reach: with {Pools(plan, beyond)} it is still {Value(one.Target, one.Measured)} ({Sure(one.Confidence)} sure that it is kept), and more workers do not help.";
        }

        yield return $"{DisplayFormat.Count(plan.Simulated)} pools were played, {DisplayFormat.Count(plan.Excluded)} ruled out by theory before.";
    }

    private static string Pools(ShopPlan plan, Staffing staffing) =>
        DisplayFormat.List([.. plan.Request.Shop.Stages.Select(stage => $"{DisplayFormat.Count(staffing.Workers[stage.Index])} at {stage.Name}")]);
}

/// <summary>A plan as HOCON to paste into the shop's file.</summary>
internal static class PlanHocon
{
    public static IEnumerable<string> Of(ShopPlan plan)
    {
        foreach (var stage in plan.Request.Shop.Stages)
        {
            var opening = plan.Staff.IsEmpty ? plan.Chosen!.Workers[stage.Index] : plan.Staff[stage.Index].Opening;
            yield return string.Create(CultureInfo.InvariantCulture, $"akka.actor.deployment./cafe/{stage.Name}.nr-of-instances = {opening}");
        }

        foreach (var staff in plan.Staff)
        {
            yield return $"cafe.stage.{staff.Stage}.schedule = [{string.Join(", ", staff.Changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{{ at = {change.At.TotalHours}h, workers = {change.Workers} }}")))}]";
        }

        // The plan ignores the shop's own schedule, so it is removed.
        foreach (var stage in plan.Request.Shop.Stages.Where(stage => plan.Staff.IsEmpty && !stage.Schedule.IsEmpty))
        {
            yield return $"cafe.stage.{stage.Name}.schedule = []";
        }
    }
}
