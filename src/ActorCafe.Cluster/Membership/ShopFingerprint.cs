using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Membership;

/// <summary>A short hash of what all nodes of a café must agree on: its stages, and the steps of its menu. Pool sizes may differ while a change rolls through.</summary>
internal static class ShopFingerprint
{
    private const int Bytes = 6;

    /// <summary>The fingerprint, as 12 hexadecimal digits.</summary>
    public static string Of(ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var lines = shop.Stages.Select(stage => Line($"stage {stage.Name} {stage.Is} {string.Join(',', stage.Performs.Select(Word))}"))
            .Concat(shop.Menu.SelectMany(drink => drink.Recipe.Select(step =>
                Line($"drink {Word(drink.Name)} {Word(step.Step)} {step.Stage} {step.Service.Mean:R} {step.Service.Variance:R} {step.RemakeProbability:R}"))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, Bytes));
    }

    // Spaces separate words of a line; no name holds a '+'.
    private static string Word(string name) => name.Replace(' ', '+');

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
