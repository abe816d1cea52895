using ActorCafe.Analysis.Planning;

namespace ActorCafe.Cli.Tables;

/// <summary>A plan in sentences.</summary>
internal static class PlanWords
{
    public static string Level(ShopPlan plan) => Human.Percent(plan.Request.Confidence).Replace(".0%", "%", StringComparison.Ordinal);

    public static string Value(Target target, double? measured) => target.IsTime ? Human.Time(measured) : Human.Percent(measured);

    /// <summary>A likelihood; never quite sure.</summary>
    public static string Sure(double share) => share switch
    {
        > 0.9995 => ">99.9%",
        < 0.0005 => "<0.1%",
        _ => Human.Percent(share),
    };

    public static IEnumerable<string> Of(ShopPlan plan, Staffing chosen)
    {
        var orders = plan.Request.Shop.Customers.Orders is { } count ? $" of {Human.Count(count)} orders" : "";
        var warmUp = plan.Request.Shop.Statistics.WarmUp is > 0 and { } left ? $", the first {Human.Count(left)} of them left out" : "";
        yield return $"It costs {Human.Number(chosen.CostPerHour)} an hour{(plan.Staff.IsEmpty ? "" : " on average")}; judged by {Human.Count(chosen.Runs)} runs{orders}{warmUp}. {Human.Count(plan.Simulated)} pools were played, {Human.Count(plan.Excluded)} ruled out by theory before.";
        foreach (var staffing in plan.Inconclusive)
        {
            yield return $"{Pools(plan, staffing)} would cost {Human.Number(staffing.CostPerHour)} an hour and may do as well: {Sure(staffing.Confidence)} sure after {Human.Count(staffing.Runs)} runs.";
        }

        if (!plan.Staff.IsEmpty)
        {
            yield return "In no hour can a worker be left out: the whole day was played with one fewer of each in every hour.";
        }
    }

    public static IEnumerable<string> Unreachable(ShopPlan plan)
    {
        var beyond = plan.Largest!;
        foreach (var one in beyond.Estimates.Where(one => one.Confidence < plan.Request.Confidence))
        {
            yield return one.Measured is null
                ? $"{one.Target.Text} cannot be told: nothing was measured (no order was served, or the shop comes to a deadlock)."
                : $"{one.Target.Text} is out of reach: with {Pools(plan, beyond)} it is still {Value(one.Target, one.Measured)} ({Sure(one.Confidence)} sure that it is kept), and more workers do not help.";
        }

        yield return $"{Human.Count(plan.Simulated)} pools were played, {Human.Count(plan.Excluded)} ruled out by theory before.";
    }

    private static string Pools(ShopPlan plan, Staffing staffing) =>
        Human.And([.. plan.Request.Shop.Stages.Select(stage => $"{Human.Count(staffing.Workers[stage.Index])} at {stage.Name}")]);
}
