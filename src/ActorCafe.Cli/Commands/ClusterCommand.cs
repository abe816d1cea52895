using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using ActorCafe.Cli.Clustering;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Playing;
using ActorCafe.Cluster.Front;
using ActorCafe.Configuration;
using ActorCafe.Node;
using ActorCafe.Node.Settings;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary><c>cluster</c>: a whole cluster as processes of this machine.</summary>
internal static class ClusterCommand
{
    private const int MostNodes = 50;
    private const int DefaultHttpPort = 8080;

    private static readonly Argument<string[]> Files =
        SharedOptions.Files("The shop's files; a later one's keys stand over an earlier one's (none: the essay's pipeline)");

    private static readonly Option<string> Grinders = new("--grinders") { HelpName = "N", Description = "Nodes of role grinder (default: 1)" };

    private static readonly Option<string> Machines = new("--machines") { HelpName = "N", Description = "Nodes of role machine (default: 3)" };

    private static readonly Option<string> HttpPort = new("--http-port") { HelpName = "PORT", Description = "Where the front takes orders (default: 8080)" };

    private static readonly Option<string> Data = new("--data")
    {
        HelpName = "DIR",
        Description = "The folder of the nodes' own folders (default: actorcafe-data; with --play: a new one, removed at the end)",
    };

    private static readonly Option<bool> Play = new("--play")
    {
        Description = "Let the shop's own customers come, and set the result beside that of one node",
    };

    private static readonly Option<string> Kill = new("--kill")
    {
        HelpName = "ROLE",
        Description = "With --play: kill a node of this role (front, grinder or machine) when half of the customers have come",
    };

    public static Command Create()
    {
        var command = new Command("cluster", "Run a whole cluster as processes of this machine, and show it")
        {
            Files, Grinders, Machines, HttpPort, Data, Play, Kill,
            SharedOptions.Set, SharedOptions.Pool, SharedOptions.Seed, SharedOptions.LogLevel, SharedOptions.Json,
        };
        command.SetAction((parse, _) => RunAsync(parse));
        return command;
    }

    // Not inlined: what is below loads ASP.NET, which other commands do without.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> RunAsync(ParseResult parse)
    {
        var plays = parse.GetValue(Play);
        var kill = KilledRole(parse, plays);
        var plan = Plan(parse, plays);
        var settings = Check(parse, plan);
        if (plays && !CustomerScript.IsPossible(settings.Shop))
            throw new InputException("--play", "cafe.customers.arrivals.process", "these customers wait for the shop and cannot be sent to it", "renewal, hourly, trace or all-at-once");
        if (!FreePorts.IsFree(plan.HttpPort))
            throw new NodeFailedException(string.Create(CultureInfo.InvariantCulture, $"port {plan.HttpPort} is in use; choose another with --http-port"));

        var json = parse.GetValue(SharedOptions.Json);
        using var door = new Door("closing: the nodes leave");
        using var client = new FrontClient(plan.HttpPort, settings.Http.ApiKey);
        using var file = json is null or "-" ? null : OutputFile.Open(SharedOptions.Json.Name, json);
        try
        {
            await using var cluster = new LocalCluster(plan);
            await cluster.StartAsync(door.Closing);
            if (!plays)
            {
                await ShowAsync(client, door.Closing);
                return ExitCodes.ClosedByHand;
            }

            var play = new ClusterPlay(settings.Shop, client, parse.GetValue(Data) is null ? "order-" : Prefix());
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{play.Customers} customers come to {client.Address}"));
            var played = await play.PlayAsync(() => KillOne(cluster, kill), door.Closing);
            var report = new PlayReport(settings.Shop.Name, await OneNodeAsync(settings.Shop), played);
            Tell(report, json, file);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (door.IsClosedByHand)
        {
            return ExitCodes.ClosedByHand;
        }
        finally
        {
            if (plays && parse.GetValue(Data) is null && Directory.Exists(plan.Data))
                Directory.Delete(plan.Data, recursive: true);
        }
    }

    private static string? KilledRole(ParseResult parse, bool plays) => parse.GetValue(Kill) switch
    {
        null => null,
        { } role when !plays => throw new InputException(Kill.Name, role, "nobody is killed where no customers are played", "add --play, or leave it out"),
        "front" or "grinder" or "machine" => parse.GetValue(Kill),
        { } role => throw new InputException(Kill.Name, role, "no such role", "one of front, grinder, machine"),
    };

    private static ClusterPlan Plan(ParseResult parse, bool plays) => new()
    {
        Files = parse.GetValue(Files) ?? [],
        Grinders = Number(parse, Grinders, 1, MostNodes),
        Machines = Number(parse, Machines, 3, MostNodes),
        HttpPort = Number(parse, HttpPort, DefaultHttpPort, ushort.MaxValue),
        Data = parse.GetValue(Data) ?? (plays ? Path.Combine(Path.GetTempPath(), $"actorcafe-{Environment.ProcessId}") : "actorcafe-data"),
        PassedOn =
        [
            .. (parse.GetValue(SharedOptions.Set) ?? []).SelectMany(text => new[] { SharedOptions.Set.Name, text }),
            .. (parse.GetValue(SharedOptions.Pool) ?? []).SelectMany(text => new[] { SharedOptions.Pool.Name, text }),
            .. parse.GetValue(SharedOptions.Seed) is { } seed ? [SharedOptions.Seed.Name, seed] : Array.Empty<string>(),
            // Between a table's lines nobody reads what seven nodes think of an eighth; who wants to, says so.
            SharedOptions.LogLevel.Name, parse.GetValue(SharedOptions.LogLevel) ?? "off",
        ],
    };

    private static int Number(ParseResult parse, Option<string> option, int otherwise, int largest)
    {
        if (parse.GetValue(option) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest
            ? number
            : throw new InputException(option.Name, text, "no whole number, or out of range", $"a whole number from 1 to {largest}");
    }

    /// <summary>Reads what the front will read: what is wrong is said once, before anything starts.</summary>
    private static Cluster.Settings.NodeSettings Check(ParseResult parse, ClusterPlan plan)
    {
        PlayOptions.ReadLevel(parse);
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
        var arguments = new NodeArguments
        {
            Files = plan.Files,
            Roles = ["front"],
            HttpPort = plan.HttpPort.ToString(CultureInfo.InvariantCulture),
            Data = Path.Combine(plan.Data, "front"),
            Overrides = PlayOptions.ReadOverrides(parse),
        };
        return NodeSettingsReader.Read(arguments, environment, Environment.MachineName).Settings;
    }

    private static async Task ShowAsync(FrontClient client, CancellationToken closing)
    {
        Console.Out.WriteLine($"orders: {client.Address}orders, status: {client.Address}status; Ctrl-C closes");
        Console.Out.WriteLine($$"""  curl -s {{client.Address}}orders -H 'content-type: application/json' -d '{"id": "1", "drink": "coffee"}'""");
        await new ClusterScreen(client, Terminal.StandardOutput(), !Console.IsOutputRedirected).ShowAsync(closing);
    }

    private static void KillOne(LocalCluster cluster, string? role)
    {
        if (role is not null)
            Console.Error.WriteLine($"{cluster.Kill(role)} is killed");
    }

    /// <summary>The same customers and work on one node, in virtual time.</summary>
    private static Task<Shop.Results.ShopResult> OneNodeAsync(ShopSettings shop) =>
        ShopRun.PlayAsync(shop with { Clock = shop.Clock with { Mode = ClockMode.Virtual } });

    /// <summary>Ids that no play before has used: its book may be there still.</summary>
    private static string Prefix() => string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}-");

    private static void Tell(PlayReport report, string? json, OutputFile? file)
    {
        if (json != "-")
            report.Print(Terminal.StandardOutput());
        else
            using (var output = Console.OpenStandardOutput())
                output.Write(report.ToJson());
        file?.Write(report.ToJson());
        file?.Finish();
    }
}
