using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorCafe.Floor.Tests;

/// <summary>Serves the page of a cluster with facts that the test makes up, as the front and the command <c>cluster --floor</c> do.</summary>
internal sealed class StagedCluster : IAsyncDisposable
{
    /// <summary>Seconds of shop time in a second. The test speaks of real seconds, the server of shop time.</summary>
    private const double TimeScale = 100;

    private const string Machine1 = "akka.tcp://cafe@127.0.0.1:4061";
    private const string Machine2 = "akka.tcp://cafe@127.0.0.1:4062";

    private static readonly (int Stage, int Number)[] Workers = [(0, 1), (1, 1), (2, 1), (2, 2), (2, 3), (2, 4)];

    private readonly Lock _lock = new();
    private readonly WebApplication _web;
    private readonly List<(long Number, string Text)> _kept = [];
    private readonly List<Channel<string>> _viewers = [];
    private readonly List<string> _asked = [];
    private readonly List<(string Path, string Key, string Body)> _posted = [];
    private long _number;
    private double _lastFact = 10;

    private StagedCluster() =>
        _web = LocalWeb.Create(context => FloorAnswers.GuardAsync(context, () => HttpMethods.IsPost(context.Request.Method) ? TakeAsync(context) : AnswerAsync(context)));

    public Uri Page => new($"{_web.Urls.First()}{FloorAnswers.Root}");

    /// <summary>The addresses of the two machine nodes that every scene has.</summary>
    public static (string First, string Second) MachineNodes => (Machine1, Machine2);

    public string Run { get; set; } = "a1";

    /// <summary>What GET /floor/nodes answers; null: 404, as at a front.</summary>
    public string? Nodes { get; set; }

    /// <summary>The key that facts are given for; empty: everybody has them.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether a request for facts is turned away.</summary>
    public bool IsDown { get; set; }

    /// <summary>The queries with which viewers asked for facts.</summary>
    public IReadOnlyList<string> Asked => Copy(_asked);

    /// <summary>What was sent to the paths that change something.</summary>
    public IReadOnlyList<(string Path, string Key, string Body)> Posted => Copy(_posted);

    public static async Task<StagedCluster> StartAsync()
    {
        var cluster = new StagedCluster();
        await cluster._web.StartAsync();
        return cluster;
    }

    public void Node(double t, string address, string status, string role = "machine") =>
        Send("node", 1, new { t = t * TimeScale, address, roles = (string[])["cafe", role], status });

    public void Machine(double t, string id, string? node) => Send("machine", 1, new { t = t * TimeScale, id, node });

    public void Levels(double t, int accepted = 0, int served = 0, int secondCoffees = 0, int[]? queues = null, int[]? busy = null, bool alone = false) =>
        Send("levels", 0, LevelsOf(t, accepted, served, secondCoffees, queues, busy, alone));

    /// <summary>Facts in seconds since the fact before, kind, stage, worker and order.</summary>
    public void Facts(params IReadOnlyList<(double After, FactKind Kind, int Stage, int Worker, long Order)> facts)
    {
        Send("facts", facts.Count, new { facts = Columns([facts[0] with { After = _lastFact + facts[0].After }, .. facts.Skip(1)]) });
        _lastFact += facts.Sum(fact => fact.After);
    }

    /// <summary>Facts that no viewer is sent.</summary>
    public void Skip(int count)
    {
        lock (_lock)
        {
            _number += count;
        }
    }

    /// <summary>Breaks all connections.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            foreach (var viewer in _viewers)
            {
                viewer.Writer.TryComplete();
            }

            _viewers.Clear();
        }
    }

    /// <summary>The front was started again.</summary>
    public void Restart(string run)
    {
        lock (_lock)
        {
            (Run, _number, _lastFact) = (run, 0, 10);
            _kept.Clear();
        }

        Drop();
    }

    public async ValueTask DisposeAsync()
    {
        Drop();
        await _web.DisposeAsync();
    }

    private static object LevelsOf(double t, int accepted, int served, int secondCoffees, int[]? queues, int[]? busy, bool alone) => new
    {
        t = t * TimeScale,
        queues = queues ?? [0, 0, 0],
        busy = busy ?? [0, 0, 0],
        inProgress = accepted - served,
        accepted,
        served,
        pending = accepted - served,
        duplicatesSuppressed = 0,
        repeatedBrews = 0,
        secondCoffees,
        alone,
    };

    private static object Columns(IReadOnlyList<(double After, FactKind Kind, int Stage, int Worker, long Order)> facts) => new
    {
        // The first is absolute, the others since the fact before.
        ticks = facts.Select(fact => (long)Math.Round(fact.After * TimeScale * TimeSpan.TicksPerSecond)),
        kind = facts.Select(fact => (int)fact.Kind),
        stage = facts.Select(fact => fact.Stage),
        worker = facts.Select(fact => fact.Worker),
        order = facts.Select(fact => fact.Order),
    };

    private static IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }

    /// <summary>A waiter, a grinder and four machines, two on each of two nodes; nobody has come yet.</summary>
    private string Scene() => Message("scene", _number, new
    {
        run = Run,
        number = _number,
        t = 10 * TimeScale,
        timeScale = TimeScale,
        shop = "cluster",
        stages = (object[])
        [
            new { name = "waiter", worker = "waiter", workers = 1, schedule = (int[])[] },
            new { name = "grinder", worker = "grinder", workers = 1, schedule = (int[])[] },
            new { name = "machine", worker = "coffee-machine", workers = 4, schedule = (int[])[] },
        ],
        drinks = (string[])["coffee"],
        kinds = Enum.GetNames<FactKind>().Select(JsonNamingPolicy.CamelCase.ConvertName),
        facts = Columns([.. Workers.Select((worker, index) => (index == 0 ? 10.0 : 0, FactKind.WorkerJoined, worker.Stage, worker.Number, 0L))]),
        nodes = (object[])
        [
            new { address = "akka.tcp://cafe@127.0.0.1:4053", roles = (string[])["cafe", "front"], status = "up" },
            new { address = "akka.tcp://cafe@127.0.0.1:4057", roles = (string[])["cafe", "grinder"], status = "up" },
            new { address = Machine1, roles = (string[])["cafe", "machine"], status = "up" },
            new { address = Machine2, roles = (string[])["cafe", "machine"], status = "up" },
        ],
        machines = Enumerable.Range(1, 4).Select(number => new { id = $"machine-{number}", node = number % 2 == 1 ? Machine1 : Machine2 }),
        levels = LevelsOf(10, 0, 0, 0, null, null, alone: false),
    });

    private static string Message(string name, long id, object data) =>
        string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {id}\ndata: {JsonSerializer.Serialize(data)}\n\n");

    private void Send(string name, int count, object data)
    {
        lock (_lock)
        {
            _number += count;
            var text = Message(name, _number, data);
            if (count > 0)
            {
                _kept.Add((_number, text));
            }

            foreach (var viewer in _viewers)
            {
                viewer.Writer.TryWrite(text);
            }
        }
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var post = (context.Request.Path.Value!, context.Request.Headers["X-Floor-Key"].ToString(), await body.ReadToEndAsync());
        lock (_posted)
        {
            _posted.Add(post);
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await FloorAnswers.SendJsonAsync(context, """{ "startsAgain": false }"""u8.ToArray());
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        FloorAnswers.Root + "/shops" => FloorAnswers.SendNoShopsAsync(context),
        FloorAnswers.Root + "/nodes" when Nodes is not null => FloorAnswers.SendJsonAsync(context, Encoding.UTF8.GetBytes(Nodes)),
        FloorAnswers.Root + "/facts" when context.Request.Headers["X-Api-Key"].ToString() != ApiKey => throw new RefusedException(StatusCodes.Status401Unauthorized, "This needs the API key."),
        FloorAnswers.Root + "/facts" when IsDown => throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "The front does not answer."),
        FloorAnswers.Root + "/facts" => StreamAsync(context),
        _ => FloorAnswers.SendPageAsync(context),
    };

    private async Task StreamAsync(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        var viewer = Channel.CreateUnbounded<string>();
        lock (_lock)
        {
            var query = context.Request.Query;
            lock (_asked)
            {
                _asked.Add(context.Request.QueryString.Value ?? "");
            }

            if (query["run"] == Run && long.TryParse(query["from"], CultureInfo.InvariantCulture, out var from))
            {
                _kept.Where(kept => kept.Number > from).ToList().ForEach(kept => viewer.Writer.TryWrite(kept.Text));
            }
            else
            {
                viewer.Writer.TryWrite(Scene());
            }

            _viewers.Add(viewer);
        }

        try
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var text in viewer.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(text, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            // As when the server's process dies in the middle of the stream.
            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The page closed its stream.
        }
    }
}
