using System.Net;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.book</c> and <c>cafe.cluster</c>.</summary>
internal static class NodeReader
{
    private const int LastPort = 65535;
    private const string HostRemedy = "write a name or an address such as 127.0.0.1 or [::1]";
    private const string SeedExample = "[\"127.0.0.1:4053\"]";

    private static readonly Dictionary<string, string> Discoveries = new(StringComparer.Ordinal) { ["seed-nodes"] = "seed-nodes", ["kubernetes"] = "kubernetes" };
    private static readonly Dictionary<string, string> Detections = new(StringComparer.Ordinal) { ["fast"] = "fast", ["shared"] = "shared" };
    private static readonly Dictionary<string, string> Stores = new(StringComparer.Ordinal) { ["sqlite"] = "sqlite", ["postgres"] = "postgres" };

    public static NodeKeys Read(ConfigSection tree)
    {
        var cafe = tree.Need("cafe", "write cafe { ... }").Section();
        var cluster = cafe.Need("cluster", "write cluster { port = 4053 }").Section();
        cluster.CheckKeys(KnownKeys.Cluster);
        var http = cluster.Need("http", "write http { port = 8080 }").Section();
        http.CheckKeys(KnownKeys.Http);
        var httpPort = Port(http.Need("port", "write port = 8080"));
        var discovery = cluster.Need("discovery", "write discovery = seed-nodes");
        return new()
        {
            Hostname = Host(cluster.Need("hostname", "write hostname = 127.0.0.1")),
            Port = Port(cluster.Need("port", "write port = 4053")),
            Discovery = At(discovery, discovery.Choice(Discoveries)),
            SeedNodes = [.. (cluster.Find("seed-nodes")?.List(SeedExample) ?? []).Select(Seed)],
            HttpHost = Listen(http.Need("host", "write host = 127.0.0.1")),
            HttpPort = httpPort,
            ManagementPort = ManagementPort(cluster.Need("management", "write management { http-port = 0 }").Section(), httpPort),
            ApiKey = http.Find("api-key") is { } key && !key.Is("none") ? ApiKey(key) : null,
            Detection = cluster.Need("detection", "write detection = fast").Choice(Detections),
            Tls = cluster.Find("tls") is { } tls ? Tls(tls.Section()) : null,
            TelemetryEndpoint = cluster.Find("telemetry") is { } telemetry ? Endpoint(telemetry.Section()) : null,
            Floor = cluster.Find("floor") is { } floor && floor.Flag(),
            SweepParallel = cluster.Find("sweep") is { } sweep ? Parallel(sweep.Section()) : null,
            Book = Book(cafe.Need("book", "write book { store = sqlite }").Section()),
        };
    }

    private static int Port(ConfigEntry entry) => (int)entry.Whole(0, LastPort);

    private static int ManagementPort(ConfigSection management, int httpPort)
    {
        management.CheckKeys(KnownKeys.Management);
        var entry = management.Need("http-port", "write http-port = 0");
        var port = Port(entry);
        return port == 0 || port != httpPort ? port
            : throw entry.Error($"{port} is the HTTP port too", "write another port, or 0 for any free one");
    }

    private static string Host(ConfigEntry entry) => Hosts.Bare(entry.Text(HostRemedy)) switch
    {
        null => throw entry.Error($"{ErrorText.Shown(entry.Text())} is not a host", HostRemedy),
        var host when IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) =>
            throw entry.Error($"nobody can reach the node by {host}", "write the name or address that other nodes know it by, or auto"),
        var host => host,
    };

    private static string Listen(ConfigEntry entry)
    {
        const string Remedy = "write an address to listen on such as 127.0.0.1, 0.0.0.0 or [::], or localhost";
        var text = entry.Text(Remedy);
        return Hosts.Bare(text) is { } host && (host == "localhost" || IPAddress.TryParse(host, out _)) ? host
            : throw entry.Error($"{ErrorText.Shown(text)} is not an address of this machine", Remedy);
    }

    private static HostAndPort Seed(ConfigEntry entry)
    {
        const string Remedy = "write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053";
        var text = entry.Text(Remedy);
        return HostAndPort.Read(text, out var problem) ?? throw entry.Error($"{ErrorText.Shown(text)} is not a seed node: {problem}", Remedy);
    }

    // The key is sent in an HTTP header.
    private static string ApiKey(ConfigEntry entry)
    {
        const string Remedy = "write up to 256 letters, digits and signs without spaces, or none";
        var key = entry.Text(Remedy);
        return key.Length <= 256 && key.All(c => c is > ' ' and <= '~') ? key : throw entry.Error("the key cannot be sent in a header", Remedy);
    }

    private static TlsKeys Tls(ConfigSection tls)
    {
        tls.CheckKeys(KnownKeys.Tls);
        return new(
            File(tls.Need("certificate", "write certificate = \"node.p12\"")),
            Text(tls.Need("password", "write password = \"...\"")),
            File(tls.Need("authority", "write authority = \"authority.pem\"")));
    }

    private static int? Parallel(ConfigSection sweep)
    {
        sweep.CheckKeys(KnownKeys.Sweep);
        return sweep.Find("parallel") is { } parallel && !parallel.Is("processors")
            ? (int)parallel.Whole(0, NodeKeys.MostInSweep, ", or processors")
            : null;
    }

    private static Uri? Endpoint(ConfigSection telemetry)
    {
        const string Remedy = "write endpoint = \"http://127.0.0.1:4317\", or none";
        telemetry.CheckKeys(KnownKeys.Telemetry);
        if (telemetry.Find("endpoint") is not { } entry || entry.Is("none"))
        {
            return null;
        }

        var text = entry.Text(Remedy);
        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" ? endpoint
            : throw entry.Error($"{ErrorText.Shown(text)} is not the address of a collector", Remedy);
    }

    private static BookKeys Book(ConfigSection book)
    {
        book.CheckKeys(KnownKeys.Book);
        var store = book.Need("store", "write store = sqlite");
        return new(At(store, store.Choice(Stores)), book.Find("connection") is { } connection ? Text(connection) : null, book.Need("max-open", "write max-open = 10000").Whole(1));
    }

    private static SourcedText File(ConfigEntry entry) => At(entry, DataFiles.PathOf(entry));

    private static SourcedText Text(ConfigEntry entry) => At(entry, entry.Text());

    private static SourcedText At(ConfigEntry entry, string text) => new(text, entry.Node.Origin.Source, entry.Node.Origin.Given ?? entry.Path);
}
