using System.CommandLine;
using System.Runtime.CompilerServices;
using ActorCafe.Cli.Clusters;

namespace ActorCafe.Cli.Commands;

/// <summary><c>cluster</c>: runs a cluster as processes on this machine, optionally with the shop's own customers.</summary>
internal static class ClusterCommand
{
    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    internal static readonly Option<string> Grinders = new("--grinders")
    {
        HelpName = "N",
        Description = "How many nodes grind (default: 1)",
    };

    internal static readonly Option<string> Machines = new("--machines")
    {
        HelpName = "N",
        Description = "How many nodes hold the coffee machines (default: 3)",
    };

    internal static readonly Option<string> HttpPort = new("--http-port")
    {
        HelpName = "PORT",
        Description = "The port of the front's HTTP; 0: any free one (default: 8080)",
    };

    internal static readonly Option<string> Data = new("--data")
    {
        HelpName = "DIR",
        Description = "The front's folder, for the order book (default: actorcafe-data; with --play: one that does not last)",
    };

    internal static readonly Option<bool> Play = new("--play")
    {
        Description = "Let the shop's own customers come, and set what is measured beside the same shop on one node",
    };

    internal static readonly Option<string> Kill = new("--kill")
    {
        HelpName = "ROLE",
        Description = "With --play: kill a machine, grinder or front node when half of the customers have come",
    };

    internal static readonly Option<bool> Floor = new("--floor")
    {
        Description = "Serve a page on which you see the cluster at work, kill nodes, start others and let customers come",
    };

    internal static readonly Option<string> FloorPort = new("--floor-port")
    {
        HelpName = "PORT",
        Description = "With --floor: the port of that page, on this machine only (default: any free one)",
    };

    public static Command Create()
    {
        var command = new Command("cluster", "Run a whole cluster as processes of this machine, until Ctrl-C")
        {
            Files, Grinders, Machines, HttpPort, Data, Play, Kill, Floor, FloorPort, SharedOptions.Json, SharedOptions.Orders,
            SharedOptions.Set, SharedOptions.Pool, SharedOptions.Seed, SharedOptions.LogLevel,
        };
        command.SetAction((parse, _) => RunAsync(parse));
        return command;
    }

    // Not inlined: loads HTTP and node settings, which other commands do without.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunAsync(ParseResult parse) =>
        ClusterRun.RunAsync(ClusterOptions.Read(parse, parse.GetValue(Files) ?? []));
}
