using System.Collections;
using System.CommandLine;
using System.Runtime.CompilerServices;
using ActorCafe.Cli.Clusters;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Node;
using ActorCafe.Node.Actors;
using ActorCafe.Node.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary><c>node</c>: runs one node of a cluster until it is stopped.</summary>
internal static class NodeCommand
{
    private static readonly Argument<string[]> Files =
        SharedOptions.Files("The shop's files, the same on every node; later files override earlier ones (none: the essay's pipeline)");

    private static readonly Option<string[]> Role = new("--role")
    {
        HelpName = "ROLE",
        Description = "front, grinder, machine, or seed (membership only); repeatable (CAFE_ROLES, separated by commas)",
    };

    private static readonly Option<string> Hostname = new("--hostname")
    {
        HelpName = "HOST",
        Description = "The name or address by which other nodes reach this one; auto: this machine's own name (CAFE_HOSTNAME)",
    };

    private static readonly Option<string> Port = new("--port")
    {
        HelpName = "PORT",
        Description = "The port of the actors; 0: any free one (CAFE_PORT)",
    };

    private static readonly Option<string[]> SeedNode = new("--seed-node")
    {
        HelpName = "HOST:PORT",
        Description = "A node to join; repeatable (CAFE_SEED_NODES, separated by commas)",
    };

    private static readonly Option<string> HttpHost = new("--http-host")
    {
        HelpName = "ADDRESS",
        Description = "The address of HTTP; 0.0.0.0: reachable from everywhere (CAFE_HTTP_HOST; default: this machine only)",
    };

    private static readonly Option<string> HttpPort = new("--http-port")
    {
        HelpName = "PORT",
        Description = "The port of HTTP; 0: any free one (CAFE_HTTP_PORT)",
    };

    private static readonly Option<string> ManagementPort = new("--management-port")
    {
        HelpName = "PORT",
        Description = "The port of the probes /live and /ready, at the address of HTTP; 0: any free port (CAFE_MANAGEMENT_PORT)",
    };

    private static readonly Option<string> Data = new("--data")
    {
        HelpName = "DIR",
        Description = "A folder for this node alone, with the order book (CAFE_DATA; default: actorcafe-data)",
    };

    private static readonly Option<bool> WhileStdinOpen = new("--while-stdin-open")
    {
        Hidden = true,
        Description = "Close when standard input ends, so that the node does not outlive the program that started it",
    };

    public static Command Create()
    {
        var command = new Command("node", "Run one node of a cluster: a front, grinders, coffee machines")
        {
            Files, Role, Hostname, Port, SeedNode, HttpHost, HttpPort, ManagementPort, Data, WhileStdinOpen,
            SharedOptions.Set, SharedOptions.Pool, SharedOptions.Seed, SharedOptions.LogLevel,
        };
        command.SetAction((parse, _) => RunAsync(parse));
        return command;
    }

    // Not inlined: loads ASP.NET, which other commands do without.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> RunAsync(ParseResult parse)
    {
        var asked = SimulationOptions.ReadLevel(parse);
        var loaded = NodeSettingsReader.Read(Arguments(parse), Environment(), System.Environment.MachineName);
        using var log = ShopLog.OpenFor(asked, loaded.Shop.Tree, new TransientTrouble(TimeProvider.System), out var level);
        var settings = loaded.Settings with { Shop = ShopLog.AtLevel(loaded.Settings.Shop, level) };
        var isChild = parse.GetValue(WhileStdinOpen);
        using var shutdown = new GracefulShutdown("closing: no new orders; handing over and leaving the cluster", ignoresInterrupt: isChild);
        if (isChild)
        {
            ParentWatch.OnExit(shutdown.Request);
        }

        try
        {
            await using var node = new NodeHost(settings, log, services => services.AddCafe(settings));
            await node.RunAsync(Console.Out, shutdown.Token);
            return ExitCodes.Done;
        }
        catch (NodeFailedException failure)
        {
            await Console.Error.WriteLineAsync($"actorcafe: {failure.Message}");
            return ExitCodes.Failed;
        }
    }

    private static NodeArguments Arguments(ParseResult parse) => new()
    {
        Files = parse.GetValue(Files) ?? [],
        Roles = parse.GetValue(Role) ?? [],
        Hostname = parse.GetValue(Hostname),
        Port = parse.GetValue(Port),
        SeedNodes = parse.GetValue(SeedNode) ?? [],
        HttpHost = parse.GetValue(HttpHost),
        HttpPort = parse.GetValue(HttpPort),
        ManagementPort = parse.GetValue(ManagementPort),
        Data = parse.GetValue(Data),
        Overrides = SimulationOptions.ReadOverrides(parse),
    };

    private static Dictionary<string, string> Environment() => System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
