using ActorCafe.Analysis.Planning;

namespace ActorCafe.Cli.Tables;

/// <summary>A plan in sentences.</summary>
internal static class PlanSentences
{
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
        var warmUp = chosen.WarmUp is > 0 and var left ? $" without the first {DisplayFormat.Count(left)}" : "";
        yield return $"It costs {DisplayFormat.Number(chosen.CostPerHour)} per hour{(plan.Staff.IsEmpty ? "" : " on average")}; judged by {DisplayFormat.Count(chosen.Runs)} runs{orders}{warmUp}. {Simulated(plan)}";
        if (chosen.Estimates.Length > 1)
        {
            yield return $"It is {Sure(chosen.Confidence)} sure that all targets are met.";
        }

        foreach (var staffing in plan.Inconclusive)
        {
            yield return $"{Pools(plan, staffing)} would cost {DisplayFormat.Number(staffing.CostPerHour)} per hour and might also meet the targets: after {DisplayFormat.Count(staffing.Runs)} runs that is {Sure(staffing.Confidence)} sure.";
        }

        foreach (var (stage, staffing) in plan.Request.Shop.Stages.Zip(plan.OneFewer).Where(pair => pair.Second?.SteadyState.Reached == false))
        {
            yield return $"With one worker fewer at {stage.Name} there is no steady state: {staffing!.SteadyState.Reason}.";
        }

        if (!plan.Staff.IsEmpty)
        {
            yield return plan.Request.ShortestShift > TimeSpan.Zero
                ? $"No shift is shorter than {DisplayFormat.Time(plan.Request.ShortestShift.TotalSeconds)}, and none can be dropped or shortened: the whole day was simulated without each."
                : "No hour can do with one worker fewer: the whole day was simulated without each.";
        }
    }

    public static IEnumerable<string> Unreachable(ShopPlan plan) => OutOfReach(plan).Append(Simulated(plan));

    /// <summary>Why no staffing meets the targets.</summary>
    public static IEnumerable<string> OutOfReach(ShopPlan plan)
    {
        var beyond = plan.Largest!;
        if (!beyond.SteadyState.Reached)
        {
            yield return $"Even with {Pools(plan, beyond)} there is no steady state: {beyond.SteadyState.Reason}.";
        }

        foreach (var one in beyond.Estimates.Where(one => one.Confidence < plan.Request.Confidence))
        {
            yield return one.Measured is null
                ? $"{one.Target.Text} cannot be judged: nothing was measured (no order was served, the shop ended in a deadlock, or shop time ran out)."
                : $"{one.Target.Text} is out of reach: with {Pools(plan, beyond)} it is still {Value(one.Target, one.Measured)} ({Sure(one.Confidence)} sure that it is met), and more workers do not help.";
        }
    }

    private static string Simulated(ShopPlan plan) =>
        $"{DisplayFormat.Count(plan.Simulated)} staffings were simulated; theory had excluded {(plan.Excluded == 0 ? "none" : DisplayFormat.Count(plan.Excluded))}.";

    private static string Pools(ShopPlan plan, Staffing staffing) =>
        DisplayFormat.List([.. plan.Request.Shop.Stages.Select(stage => $"{DisplayFormat.Count(staffing.Workers[stage.Index])} at {stage.Name}")]);
}
