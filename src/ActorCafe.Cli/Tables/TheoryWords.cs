using ActorCafe.Analysis.Prediction;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>What theory says before a shop is played.</summary>
internal static class TheoryWords
{
    /// <summary>Names the stages that cannot do what comes to them; nothing if there are none.</summary>
    public static void Warn(IAnsiConsole console, ShopPrediction shop)
    {
        var any = false;
        foreach (var stage in shop.Overloaded)
        {
            console.Say($"{shop.Shop} has no steady state: {stage.Overload}. The queue there grows as long as customers come, so no formula gives its wait.");
            any = true;
        }

        if (any)
        {
            console.WriteLine();
        }
    }
}
