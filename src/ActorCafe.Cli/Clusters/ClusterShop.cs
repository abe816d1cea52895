using System.Collections;
using ActorCafe.Configuration;
using ActorCafe.Node.Settings;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clusters;

/// <summary>Loads the shop as the nodes of the cluster will: variables override files, options override both.</summary>
internal static class ClusterShop
{
    /// <exception cref="InputException">A setting is wrong; no process was started.</exception>
    public static LoadedShop Load(ClusterOptions options)
    {
        var variables = new NodeVariables(Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal));
        KeyOverride[] http = options.HttpPort is { } port
            ? [KeyOverride.Text("--http-port", ["cafe", "cluster", "http", "port"], port, given: port.Length == 0 ? "(empty)" : port)]
            : [];
        // The nodes share this machine, so each takes any free port for its probes.
        var management = KeyOverride.Text("--management-port", ["cafe", "cluster", "management", "http-port"], "0", given: "0");
        var shop = ShopFiles.LoadNode(options.Files, variables.Keys(), options.Overrides, [.. http, management]);
        if (options.Play)
        {
            CheckCustomers(shop.Settings.Customers);
        }

        return shop;
    }

    private static void CheckCustomers(CustomersSettings customers)
    {
        if (customers.Arrivals is ArrivalSettings.Saturated or ArrivalSettings.Closed)
        {
            throw new InputException(
                "--play", "cafe.customers.arrivals.process",
                $"{(customers.Arrivals is ArrivalSettings.Closed ? "closed" : "saturated")} customers come when the shop has room for them, which cannot be seen over HTTP",
                "play renewal, hourly, trace or all-at-once customers");
        }

        if (customers.StopAt is not null)
        {
            throw new InputException("--play", "cafe.customers.stop-at", "a cluster serves every order it has accepted", "write stop-at = none, and orders or until");
        }
    }
}
