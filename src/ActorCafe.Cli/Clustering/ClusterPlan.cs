using System.Globalization;

namespace ActorCafe.Cli.Clustering;

/// <summary>What a cluster on this machine is made of.</summary>
internal sealed record ClusterPlan
{
    /// <summary>The shop's files, the same for every node.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Nodes of grinders, 1 or more.</summary>
    public required int Grinders { get; init; }

    /// <summary>Nodes of coffee machines, 1 or more.</summary>
    public required int Machines { get; init; }

    /// <summary>Where the front takes orders.</summary>
    public required int HttpPort { get; init; }

    /// <summary>The folder below which each node has its own.</summary>
    public required string Data { get; init; }

    /// <summary>Options that every node is given as they came.</summary>
    public required IReadOnlyList<string> PassedOn { get; init; }

    /// <summary>The nodes by name, and what each is started with. The front and the seed are where all join.</summary>
    public IReadOnlyList<(string Name, string[] Arguments)> Nodes()
    {
        string[] names =
        [
            "front", "seed",
            .. Enumerable.Range(1, Grinders).Select(number => $"grinder-{number}"),
            .. Enumerable.Range(1, Machines).Select(number => $"machine-{number}"),
        ];
        var ports = FreePorts.Take((names.Length * 2) - 1);
        string[] seeds = ["--seed-node", Place(ports[0]), "--seed-node", Place(ports[1])];
        return
        [
            .. names.Select((name, index) => (name, (string[])
            [
                .. Files,
                "--role", name.Split('-')[0],
                "--hostname", "127.0.0.1",
                "--port", Number(ports[index]),
                "--http-host", "127.0.0.1",
                "--http-port", Number(index == 0 ? HttpPort : ports[names.Length - 1 + index]),
                "--data", Path.Combine(Data, name),
                .. seeds,
                .. PassedOn,
            ])),
        ];
    }

    private static string Place(int port) => $"127.0.0.1:{Number(port)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
