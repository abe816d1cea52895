using System.CommandLine;
using ActorCafe.Cli.Commands;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Clusters;

/// <summary>The options of <c>cluster</c>, read and checked.</summary>
internal sealed record ClusterOptions
{
    private const int MostNodes = 64;

    public required IReadOnlyList<string> Files { get; init; }
    public required int Grinders { get; init; }
    public required int Machines { get; init; }

    /// <summary>As given; null leaves it to variables and files.</summary>
    public string? HttpPort { get; init; }

    /// <summary>The front's data folder; null: as a node has it.</summary>
    public string? Data { get; init; }

    /// <summary>The changes to the shop.</summary>
    public required IReadOnlyList<Override> Overrides { get; init; }

    /// <summary>What every node is started with besides.</summary>
    public required IReadOnlyList<string> PassedOn { get; init; }

    /// <summary>Whether it was asked what the nodes log.</summary>
    public bool HasLogLevel { get; init; }

    /// <summary>Whether the shop's own customers come.</summary>
    public bool Play { get; init; }

    public string? Json { get; init; }

    /// <summary>The role of the node that is killed when half of the customers have come; null: none is.</summary>
    public string? Kill { get; init; }

    /// <summary>Whether standard output carries the result as JSON, and nothing else.</summary>
    public bool JsonOnStdout => Json == "-";

    /// <exception cref="InputException">An option has a wrong value.</exception>
    public static ClusterOptions Read(ParseResult parse, IReadOnlyList<string> files)
    {
        var overrides = PlayOptions.ReadOverrides(parse);
        var options = new ClusterOptions
        {
            Files = files,
            Grinders = PlayOptions.Number(parse, ClusterCommand.Grinders, 1, MostNodes),
            Machines = PlayOptions.Number(parse, ClusterCommand.Machines, 3, MostNodes),
            HttpPort = parse.GetValue(ClusterCommand.HttpPort),
            Data = parse.GetValue(ClusterCommand.Data),
            Overrides = overrides,
            // How many customers come is no business of the nodes.
            PassedOn =
            [
                .. overrides.Where(change => change.Option != "--orders").SelectMany(change => new[] { change.Option, change.Text }),
                .. parse.GetValue(SharedOptions.LogLevel) is { } level ? ["--log-level", level] : Array.Empty<string>(),
            ],
            HasLogLevel = PlayOptions.ReadLevel(parse) is not null,
            Play = parse.GetValue(ClusterCommand.Play),
            Json = parse.GetValue(SharedOptions.Json),
            Kill = parse.GetValue(ClusterCommand.Kill),
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
    }
}
