using System.CommandLine;
using ActorCafe.Cli.Commands;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Clusters;

/// <summary>The validated options of <c>cluster</c>.</summary>
internal sealed record ClusterOptions
{
    /// <summary>The most nodes of a role.</summary>
    public const int MostNodes = 64;

    public required IReadOnlyList<string> Files { get; init; }
    public required int Grinders { get; init; }
    public required int Machines { get; init; }

    /// <summary>The option as given; null: variables and files decide.</summary>
    public string? HttpPort { get; init; }

    /// <summary>The front's data folder; null: the default of a node.</summary>
    public string? Data { get; init; }

    /// <summary>The overrides of the shop's keys.</summary>
    public required IReadOnlyList<Override> Overrides { get; init; }

    /// <summary>Further arguments for every node.</summary>
    public required IReadOnlyList<string> PassedOn { get; init; }

    /// <summary>Whether a log level was given for the nodes.</summary>
    public bool HasLogLevel { get; init; }

    /// <summary>Whether to place the orders of the shop's own customers.</summary>
    public bool Play { get; init; }

    public string? Json { get; init; }

    /// <summary>The role of the node to kill after half of the orders; null: none.</summary>
    public string? Kill { get; init; }

    /// <summary>Whether to serve a page that shows the cluster, and kills and starts nodes.</summary>
    public bool Floor { get; init; }

    /// <summary>The port of that page; 0: any free one.</summary>
    public int FloorPort { get; init; }

    /// <summary>Whether standard output carries the result as JSON, and nothing else.</summary>
    public bool JsonOnStdout => Json == "-";

    /// <exception cref="InputException">An option has a wrong value.</exception>
    public static ClusterOptions Read(ParseResult parse, IReadOnlyList<string> files)
    {
        var overrides = SimulationOptions.ReadOverrides(parse);
        var options = new ClusterOptions
        {
            Files = files,
            Grinders = SimulationOptions.Number(parse, ClusterCommand.Grinders, 1, MostNodes),
            Machines = SimulationOptions.Number(parse, ClusterCommand.Machines, 3, MostNodes),
            HttpPort = parse.GetValue(ClusterCommand.HttpPort),
            Data = parse.GetValue(ClusterCommand.Data),
            Overrides = overrides,
            // The number of orders does not concern the nodes.
            PassedOn =
            [
                .. overrides.Where(change => change.Option != "--orders").SelectMany(change => new[] { change.Option, change.Text }),
                .. parse.GetValue(SharedOptions.LogLevel) is { } level ? ["--log-level", level] : Array.Empty<string>(),
            ],
            HasLogLevel = SimulationOptions.ReadLevel(parse) is not null,
            Play = parse.GetValue(ClusterCommand.Play),
            Json = parse.GetValue(SharedOptions.Json),
            Kill = parse.GetValue(ClusterCommand.Kill),
            Floor = parse.GetValue(ClusterCommand.Floor),
            FloorPort = FloorCommand.ReadPort(parse, ClusterCommand.FloorPort, orElse: 0),
        };
        options.Check(parse);
        return options;
    }

    private void Check(ParseResult parse)
    {
        if (Kill is not (null or "machine" or "grinder" or "front"))
        {
            throw new InputException("--kill", Kill.Length == 0 ? "(empty)" : Kill, "there is no such role to kill", "one of machine, grinder, front");
        }

        (string Option, string? Value)[] ofPlay = [("--json", Json), ("--kill", Kill), ("--orders", parse.GetValue(SharedOptions.Orders))];
        if (!Play && ofPlay.FirstOrDefault(given => given.Value is not null) is { Option: not null } alone)
        {
            throw new InputException(alone.Option, alone.Value!, "it is of no use without customers of the shop's own", "add --play");
        }

        if (!Floor && parse.GetValue(ClusterCommand.FloorPort) is { } port)
        {
            throw new InputException(ClusterCommand.FloorPort.Name, port, "there is no page without --floor", "add --floor");
        }
    }
}
