using ActorCafe.Configuration;

namespace ActorCafe.Cli.Clusters;

/// <summary>What is said of a cluster as a whole.</summary>
internal static class ClusterWords
{
    /// <summary>Where orders are taken, and how one is placed.</summary>
    public static string Welcome(Uri front, LoadedShop shop)
    {
        var url = front.ToString().TrimEnd('/');
        // The key itself is nobody's business.
        var key = shop.Node.ApiKey is null ? "" : " -H \"X-Api-Key: $CAFE_API_KEY\"";
        return $"{url} takes orders: curl {url}/orders{key} -H 'Content-Type: application/json' "
            + $"-d '{{\"id\": \"mine-1\", \"drink\": \"{shop.Settings.Menu[0].Name}\"}}'";
    }

    /// <summary><c>1 front, 2 grinder and 3 machine nodes</c>.</summary>
    public static string Nodes(ClusterOptions options) =>
        $"1 front, {Human.Count(options.Grinders)} grinder and {Human.Count(options.Machines)} machine nodes, and a seed node";
}
