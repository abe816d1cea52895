using System.Globalization;
using ActorCafe.Analysis.Planning;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

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

        foreach (var stage in plan.Request.Shop.Stages.Where(stage => !plan.Staff.IsEmpty && stage.Schedule.Period is not null))
        {
            yield return $"cafe.stage.{stage.Name}.schedule-repeats = none";
        }

        // The plan ignores the shop's own schedule, so it is removed.
        foreach (var stage in plan.Request.Shop.Stages.Where(stage => plan.Staff.IsEmpty && !stage.Schedule.IsEmpty))
        {
            yield return $"cafe.stage.{stage.Name}.schedule = []";
        }
    }

    /// <summary>Writes lines to paste under a heading.</summary>
    public static void Write(IAnsiConsole console, string heading, IEnumerable<string> lines)
    {
        console.WriteLine();
        console.WriteLine(heading);
        // Not wrapped, so that lines can be copied.
        foreach (var line in lines)
        {
            console.Profile.Out.Writer.WriteLine($"  {line}");
        }
    }
}
