using System.Globalization;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Node;
using ActorCafe.Node.Actors;
using ActorCafe.Node.Settings;
using ActorCafe.Node.Sweeping;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Sweeping;

/// <summary>Runs the points of a sweep on the nodes of a running cluster.</summary>
internal sealed class ClusterSweeper : ISweeper
{
    private const string Option = "--seed-node";

    // A cluster that just lost a node admits no member until the lost one is downed.
    private static readonly TimeSpan ToJoin = TimeSpan.FromSeconds(15);

    private const int MostInVain = 3;

    private readonly SimulationOptions _options;
    private readonly NodeSettings _settings;
    private readonly HoconObject _tree;

    private ClusterSweeper(SimulationOptions options, NodeSettings settings, HoconObject tree) => (_options, _settings, _tree) = (options, settings, tree);

    /// <exception cref="InputException">A point cannot run on a cluster.</exception>
    public static ClusterSweeper Read(SimulationOptions options, string[] files, IReadOnlyList<SweepPoint> points, string[] seedNodes, string? hostname)
    {
        foreach (var point in points)
        {
            Check(point);
        }
        // Uses the first point, because the shop in the files may lack the varied keys.
        var changes = points[0].Varied.Select(varied => varied.Key.With(varied.Value));
        var settings = SweepSettingsReader.Read(files, [.. options.Overrides, .. changes], seedNodes, hostname, Environment.MachineName);
        return new(options, settings, points[0].Shop.Tree);
    }

    public async Task<SweepOutcome> RunAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, GracefulShutdown shutdown)
    {
        var course = new SweepProgress(points, file);
        // Akka's messages about nodes joining and leaving are shown on request only.
        using var log = ShopLog.OpenFor(_options.LogLevel ?? (ShopLog.IsSaidBy(_tree) ? null : LogLevel.Off), _tree, new TransientTrouble(TimeProvider.System), out var level);
        var settings = _settings with { Shop = ShopLog.AtLevel(_settings.Shop, level) };
        try
        {
            var inVain = 0;
            for (var isOver = course.Todo.Length == 0; !isOver;)
            {
                var before = course.Todo.Length;
                await using var member = await SweepMember.JoinAsync(settings, ToJoin, shutdown.Token);
                isOver = await ProgressBar.ShowAsync("sweep", !_options.Quiet, progress => RunAsync(member, course, shutdown, progress)) || shutdown.Token.IsCancellationRequested;
                inVain = course.Todo.Length == before ? inVain + 1 : 0;
                if (!isOver && inVain == MostInVain)
                {
                    throw new NodeFailedException($"the cluster took this sweep for lost {MostInVain} times, and no point was finished in between");
                }

                if (!isOver)
                {
                    await Console.Error.WriteLineAsync("actorcafe: the cluster took this sweep for lost: it joins again");
                }
            }
        }
        catch (OperationCanceledException) when (shutdown.Token.IsCancellationRequested)
        {
            // Stopped while joining.
        }
        catch (NodeFailedException failure) when (course.IsBegun)
        {
            course.Failures.Add(failure.Message);
        }

        return new(course.Results, course.Failures) { Words = course.IsBegun ? Words(course.Reports) : [] };
    }

    /// <returns>Whether all points are done.</returns>
    private async Task<bool> RunAsync(SweepMember member, SweepProgress course, GracefulShutdown shutdown, IProgress<double>? progress)
    {
        var todo = course.Todo;
        var job = new SweepJob([.. todo.Select(at => new SweepJobPoint(course.Points[at].Shop.Settings, () => ShopTextSerializer.Serialize(course.Points[at].Shop)))], _options.Replications);
        var isWhole = false;
        await foreach (var fact in member.RunAsync(job, shutdown.Token))
        {
            switch (fact)
            {
                case SweepEvent.PointCompleted finished:
                    course.Finish(todo[finished.Point], finished.Result);
                    break;
                case SweepEvent.PointFailed failed:
                    course.Fail(todo[failed.Point], failed.Reason);
                    break;
                case SweepEvent.Progressed progressed:
                    progress?.Report(progressed.Share);
                    break;
                case SweepEvent.Noticed said:
                    await Console.Error.WriteLineAsync($"actorcafe: {said.Line}");
                    break;
                case SweepEvent.Ended over:
                    course.Reports.Add(over.Summary);
                    isWhole = over.IsWhole;
                    break;
            }
        }

        return isWhole;
    }

    private static void Check(SweepPoint point)
    {
        if (point.Shop.Settings.Clock.Mode == ClockMode.Real)
        {
            throw new InputException(Option, "cafe.clock.mode", "nodes have a café to run besides, and real time would show it", "add --set cafe.clock.mode=virtual");
        }

        if (SweepSerializer.SizeOf(ShopTextSerializer.Serialize(point.Shop)) is > SweepSerializer.MaxMessageBytes and var size)
        {
            throw new InputException(
                Option, point.Name, $"with its data files this shop has {Text(size)} bytes, and {Text(SweepSerializer.MaxMessageBytes)} can be sent to a node",
                "shorten its trace or its files of times, or sweep without --seed-node");
        }
    }

    private static List<string> Words(IReadOnlyList<SweepSummary> reports)
    {
        var nodes = reports.SelectMany(report => report.Nodes).GroupBy(node => node.Node)
            .Select(node => $"{node.Key} {Replications(node.Sum(share => share.Completed))}").ToList();
        var (again, late) = (reports.Sum(report => report.Reassigned), reports.Sum(report => report.Duplicates));
        var words = new List<string> { nodes.Count == 0 ? "No node has finished a replication." : $"{(nodes.Count == 1 ? "One node" : $"{nodes.Count} nodes")} simulated: {DisplayFormat.List(nodes)}." };
        if (again > 0)
        {
            words.Add($"{Replications(again)} of nodes that were lost {(again == 1 ? "was" : "were")} given out again.");
        }

        if (late > 0)
        {
            words.Add($"{DisplayFormat.Count(late)} late {(late == 1 ? "answer was" : "answers were")} not counted a second time.");
        }

        return words;
    }

    private static string Replications(long count) => count == 1 ? "1 replication" : $"{DisplayFormat.Count(count)} replications";

    private static string Text(int bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
