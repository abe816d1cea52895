using System.Globalization;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Playing;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Node;
using ActorCafe.Node.Settings;
using ActorCafe.Node.Sweeping;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Sweeping;

/// <summary>Has the nodes of a running cluster play the points of a sweep.</summary>
internal sealed class ClusterSweeper : ISweeper
{
    private const string Option = "--seed-node";

    // A cluster that has just lost a node takes nobody in until it has downed it.
    private static readonly TimeSpan ToJoin = TimeSpan.FromSeconds(15);

    private readonly PlayOptions _options;
    private readonly NodeSettings _settings;
    private readonly HoconObject _tree;

    private ClusterSweeper(PlayOptions options, NodeSettings settings, HoconObject tree) => (_options, _settings, _tree) = (options, settings, tree);

    /// <exception cref="InputException">It can't be played so.</exception>
    public static ClusterSweeper Read(PlayOptions options, string[] files, IReadOnlyList<SweepPoint> points, string[] seedNodes, string? hostname)
    {
        foreach (var point in points)
            Check(point);
        // The first point and not the shop as it is in the files, which may lack what is varied.
        var changes = points[0].Varied.Select(varied => varied.Key.With(varied.Value));
        var settings = SweepSettingsReader.Read(files, [.. options.Overrides, .. changes], seedNodes, hostname, Environment.MachineName);
        return new(options, settings, points[0].Shop.Tree);
    }

    public async Task<Swept> PlayAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, Door door)
    {
        var results = points.Select(point => file?.Done.GetValueOrDefault(point.Identity)).ToArray();
        var todo = Enumerable.Range(0, points.Count).Where(at => results[at] is null).ToArray();
        if (todo.Length == 0)
            return new(results, []);
        // What Akka says of nodes that come and go is for those who ask for it.
        using var log = ShopLog.OpenFor(_options.LogLevel ?? (ShopLog.IsSaidBy(_tree) ? null : LogLevel.Off), _tree, out var level);
        var settings = _settings with { Shop = ShopLog.AtLevel(_settings.Shop, level) };
        try
        {
            await using var member = await SweepMember.JoinAsync(settings, log, ToJoin, door.Closing);
            return await ProgressBar.ShowAsync("sweep", !_options.Quiet, progress => PlayAsync(member, points, todo, results, file, door, progress));
        }
        catch (OperationCanceledException) when (door.Closing.IsCancellationRequested)
        {
            return new(results, []);
        }
    }

    private async Task<Swept> PlayAsync(
        SweepMember member, IReadOnlyList<SweepPoint> points, int[] todo, ShopResult?[] results, SweepFile? file, Door door, IProgress<double>? progress)
    {
        var order = new SweepOrder([.. todo.Select(at => new SweepOrderPoint(points[at].Shop.Settings, () => SentShop.Of(points[at].Shop)))], _options.Replications);
        var failures = new List<string>();
        try
        {
            await foreach (var fact in member.PlayAsync(order, door.Closing))
            {
                switch (fact)
                {
                    case SweepFact.Finished finished:
                        results[todo[finished.Point]] = finished.Result;
                        file?.Add(points[todo[finished.Point]], finished.Result);
                        break;
                    case SweepFact.Failed failed:
                        failures.Add($"{points[todo[failed.Point]].Name}: {failed.Reason}");
                        break;
                    case SweepFact.Progressed progressed:
                        progress?.Report(progressed.Share);
                        break;
                    case SweepFact.Said said:
                        await Console.Error.WriteLineAsync($"actorcafe: {said.Line}");
                        break;
                    case SweepFact.Over over:
                        return new(results, failures) { Words = Words(over.Report) };
                }
            }
        }
        catch (NodeFailedException failure)
        {
            failures.Add(failure.Message);
        }

        return new(results, failures);
    }

    private static void Check(SweepPoint point)
    {
        if (point.Shop.Settings.Clock.Mode == ClockMode.Real)
            throw new InputException(Option, "cafe.clock.mode", "nodes have a café to run besides, and real time would show it", "add --set cafe.clock.mode=virtual");
        if (SweepSize.Of(SentShop.Of(point.Shop)) is > SweepSize.Most and var size)
        {
            throw new InputException(
                Option, point.Name, $"with its data files this shop has {Text(size)} bytes, and {Text(SweepSize.Most)} can be sent to a node",
                "shorten its trace or its files of times, or sweep without --seed-node");
        }
    }

    private static List<string> Words(SweepReport report)
    {
        var nodes = report.Nodes.Select(node => $"{node.Node} {Replications(node.Played)}").ToList();
        var words = new List<string> { nodes.Count == 0 ? "No node has finished a replication." : $"{(nodes.Count == 1 ? "One node" : $"{nodes.Count} nodes")} played: {Human.And(nodes)}." };
        if (report.GivenAgain > 0)
            words.Add($"{Replications(report.GivenAgain)} of nodes that were lost {(report.GivenAgain == 1 ? "was" : "were")} given out again.");
        if (report.Duplicates > 0)
            words.Add($"{Human.Count(report.Duplicates)} late {(report.Duplicates == 1 ? "answer was" : "answers were")} not counted a second time.");
        return words;
    }

    private static string Replications(long count) => count == 1 ? "1 replication" : $"{Human.Count(count)} replications";

    private static string Text(int bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
