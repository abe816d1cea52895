using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Sweeping;

/// <summary>
/// A short hash of everything that determines a result: settings wherever written, the data they name, and the number of
/// replications.
/// </summary>
internal static class SweepFingerprint
{
    // Neither the cluster nor the cost of workers changes a result: a sweep may resume on another cluster, or on none.
    private static readonly string[] Elsewhere = ["cafe.book", "cafe.cluster", "cafe.cost", "akka.remote", "akka.cluster", "akka.loglevel"];

    public static string Of(LoadedShop shop, int replications)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = HoconLines.Values(shop.Tree, "cafe").Concat(HoconLines.Values(shop.Tree, "akka"))
            .Where(line => !Elsewhere.Any(key => line.StartsWith($"{key}.", StringComparison.Ordinal) || line.StartsWith($"{key} ", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Concat(Data(shop.Settings))
            .Append(Text($"{replications} replications"));
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{line}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    // The content counts too: the file that a key names may have changed.
    private static IEnumerable<string> Data(ShopSettings shop) =>
    [
        .. shop.Menu.SelectMany(drink => drink.Recipe).Select(step => Times(step.Service)),
        .. shop.Customers.Patience is { } patience ? [Times(patience)] : Array.Empty<string>(),
        .. shop.Stages.Where(stage => stage.Patience is not null).Select(stage => Text($"{stage.Name} ") + Times(stage.Patience!)),
        .. shop.Customers.Arrivals switch
        {
            ArrivalSettings.Renewal renewal => [Times(renewal.Gap)],
            ArrivalSettings.Closed closed => [Times(closed.Think)],
            ArrivalSettings.Trace trace => trace.Entries.Select(entry => Text($"{entry.Time.Ticks} {entry.Customer} {entry.Drink}")),
            _ => [],
        },
    ];

    private static string Times(Distribution times) => Text($"{times.Mean:R} {times.Variance:R}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
