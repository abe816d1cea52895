namespace ActorCafe.Node.Settings;

/// <summary>The keys that options and variables of a node set.</summary>
internal static class NodePaths
{
    public static readonly string[] Hostname = ["cafe", "cluster", "hostname"];
    public static readonly string[] Port = ["cafe", "cluster", "port"];
    public static readonly string[] SeedNodes = ["cafe", "cluster", "seed-nodes"];
    public static readonly string[] HttpHost = ["cafe", "cluster", "http", "host"];
    public static readonly string[] HttpPort = ["cafe", "cluster", "http", "port"];
    public static readonly string[] ApiKey = ["cafe", "cluster", "http", "api-key"];
    public static readonly string[] SweepParallel = ["cafe", "cluster", "sweep", "parallel"];
    public static readonly string[] BookStore = ["cafe", "book", "store"];
    public static readonly string[] BookConnection = ["cafe", "book", "connection"];

    public static string[] Pool(string stage) => ["akka", "actor", "deployment", $"/cafe/{stage}", "nr-of-instances"];
}
