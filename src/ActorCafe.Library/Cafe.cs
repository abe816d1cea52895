using System.Collections.Immutable;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe;

/// <summary>
/// A shop to simulate: steps, the stages whose workers perform them, and customers. It never changes; each method returns another shop, so that variants share
/// what they have in common. <see cref="RunAsync"/> checks it by the rules of shop files, and what is not set has the default of <c>reference.conf</c>.
/// </summary>
public sealed record Cafe
{
    // The steps, menu and stages of reference.conf are those of its own shop, and no defaults for this one.
    private const string Nothing = "cafe { step = null, menu = null, stages = null, stage = null }, akka.actor.deployment = null";

    private Cafe(params ImmutableList<HoconObject> layers) => Layers = layers;

    private ImmutableList<HoconObject> Layers { get; init; }

    private ImmutableList<string> Steps { get; init; } = [];

    private ImmutableList<string> Drinks { get; init; } = [];

    private ImmutableDictionary<string, StageOptions> Options { get; init; } = ImmutableDictionary<string, StageOptions>.Empty;

    /// <summary>Begins a shop.</summary>
    /// <param name="name">Its name in results.</param>
    public static Cafe Define(string name)
    {
        var call = Call(nameof(Define), name);
        return new Cafe(HoconReader.Read(new TextSource(call.Call, Nothing)), call.At(["cafe"], call.Object(("name", name))));
    }

    /// <summary>Loads a shop from HOCON files; later ones override earlier ones.</summary>
    /// <exception cref="ArgumentException">A file cannot be read, or is not HOCON.</exception>
    public static Cafe Load(params IEnumerable<string> files) =>
        Checked(() => new Cafe([.. files.Select(file => HoconReader.Read(new FileSource(file)))]));

    /// <summary>Adds a step of the work.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="service">How long it takes.</param>
    public Cafe Step(string name, Distribution service)
    {
        var call = Call(nameof(Step), name);
        return With(call.At(["cafe", "step", name], call.Object(("service", call.Times(service))))) with { Steps = Once(Steps, name, call) };
    }

    /// <summary>Adds a stage that performs one step.</summary>
    /// <inheritdoc cref="Stage(string, int, IEnumerable{string}, StageOptions)"/>
    public Cafe Stage(string name, int workers, string performs, StageOptions? options = null) => Stage(name, workers, [performs], options);

    /// <summary>Adds a stage: a pool of workers that perform one or more consecutive steps of an order.</summary>
    /// <param name="name">The stage's name.</param>
    /// <param name="workers">The pool's size at opening.</param>
    /// <param name="performs">The steps performed here.</param>
    /// <param name="options">Whatever else the stage has.</param>
    public Cafe Stage(string name, int workers, IEnumerable<string> performs, StageOptions? options = null)
    {
        var call = Call(nameof(Stage), name);
        options ??= new();
        return With(StageLayers.Of(call, name, workers, performs, options)) with { Options = Options.SetItem(name, options) };
    }

    /// <summary>Adds a drink to the menu. Without any, there is one of all steps in order.</summary>
    /// <param name="name">The drink's name.</param>
    /// <param name="steps">Its steps, in order.</param>
    /// <param name="options">Whatever else the drink has, such as its share of orders.</param>
    public Cafe Drink(string name, IEnumerable<string> steps, DrinkOptions? options = null)
    {
        var call = Call(nameof(Drink), name);
        options ??= new();
        return With(call.At(["cafe", "menu", name], call.Object(
            ("steps", steps),
            ("share", options.Share),
            ("priority", options.Priority),
            ("service", options.Times is null ? null : call.Object(options.Times.Select(own => (own.Step, (object?)call.Times(own.Service))))),
            ("remake", options.Remake is null ? null : call.Object(("step", options.Remake), ("probability", options.RemakeProbability)))))) with
        {
            Drinks = Once(Drinks, name, call),
        };
    }

    /// <summary>Customers come one after the other, or in batches.</summary>
    /// <param name="gap">The time between arrivals.</param>
    /// <param name="batch">Customers at each arrival.</param>
    /// <param name="changes">Changes of the mean gap, in order of time.</param>
    public Cafe Arrivals(Distribution gap, int batch = 1, IEnumerable<GapChange>? changes = null)
    {
        var call = new Layer(nameof(Arrivals));
        return Arriving("renewal", call, ("distribution", gap), ("batch", batch), ("changes", changes?.Select(change => call.Object(("at", change.At), ("mean", change.Mean)))));
    }

    /// <summary>A Poisson process whose rate changes every hour, repeating.</summary>
    /// <param name="perHour">Customers per hour in each hour.</param>
    public Cafe ArrivalsByHour(params IEnumerable<double> perHour) => Arriving("hourly", new(nameof(ArrivalsByHour)), ("rates", perHour.Cast<object>()));

    /// <summary>Recorded customers.</summary>
    /// <param name="file">A CSV file with the columns <c>time,customer,drink</c>.</param>
    public Cafe ArrivalsFrom(string file) => Arriving("trace", Call(nameof(ArrivalsFrom), file), ("file", Path.GetFullPath(file)));

    /// <summary>A fixed population: each customer thinks, orders, waits, and thinks again.</summary>
    /// <param name="customers">How many they are.</param>
    /// <param name="think">How long each thinks before the next order.</param>
    public Cafe ArrivalsOf(int customers, Distribution think)
    {
        var call = new Layer(nameof(ArrivalsOf));
        return Arriving("closed", call, ("population", customers), ("think", call.Times(think)));
    }

    /// <summary>The next customer comes when the first stage has an idle worker: this shows what the shop can do at most.</summary>
    public Cafe ArrivalsSaturated() => Arriving("saturated", new(nameof(ArrivalsSaturated)));

    /// <summary>All customers are there when the shop opens.</summary>
    public Cafe ArrivalsAtOnce() => Arriving("all-at-once", new(nameof(ArrivalsAtOnce)));

    /// <summary>No more customers come after this number of orders.</summary>
    public Cafe Orders(long count) => Customers(nameof(Orders), ("orders", count));

    /// <summary>The shop opens at this time of its clock, from which every measure counts.</summary>
    public Cafe OpensAt(TimeSpan time) => Customers(nameof(OpensAt), ("opens-at", time));

    /// <summary>No more customers come after this time of the shop's clock; those inside are served.</summary>
    public Cafe Until(TimeSpan time) => Customers(nameof(Until), ("until", time));

    /// <summary>The run is cut off at this time of the shop's clock; those inside count as unserved.</summary>
    public Cafe StopAt(TimeSpan time) => Customers(nameof(StopAt), ("stop-at", time));

    /// <summary>How long a customer waits for the first stage before reneging.</summary>
    public Cafe Patience(Distribution patience) => Customers(nameof(Patience), ("patience", new Layer(nameof(Patience)).Times(patience)));

    /// <summary>Leaves out this number of orders at the start.</summary>
    public Cafe WarmUp(long orders) => Statistics(nameof(WarmUp), ("warm-up", orders));

    /// <summary>Leaves out this time at the start.</summary>
    public Cafe WarmUp(TimeSpan length) => Statistics(nameof(WarmUp), ("warm-up", length));

    /// <summary>Leaves out what pilot runs find to be the warm-up.</summary>
    public Cafe WarmUpFound() => Statistics(nameof(WarmUpFound), ("warm-up", "auto"));

    /// <summary>The level of every interval, such as 0.95.</summary>
    public Cafe Confidence(double level) => Statistics(nameof(Confidence), ("confidence", level));

    /// <summary>Resizes the pool of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="workers">Its workers at opening, 1 or more.</param>
    public Cafe WithPool(string stage, int workers)
    {
        var call = Call(nameof(WithPool), stage);
        return With(StageLayers.Pool(call, stage, ("nr-of-instances", workers)));
    }

    /// <summary>Sets any key of <c>reference.conf</c>.</summary>
    /// <param name="key">The key, such as <c>cafe.clock.mode</c>.</param>
    /// <param name="value">The value as HOCON.</param>
    /// <exception cref="ArgumentException">The text is not HOCON.</exception>
    public Cafe With(string key, string value) => Checked(() => With(HoconReader.ParseAssignment(nameof(With), $"{key}={value}")));

    /// <summary>The validated settings, for <see cref="Simulation"/>.</summary>
    /// <param name="seed">The seed of every random draw; null for that of the file, or 1.</param>
    /// <exception cref="ArgumentException">The shop is not valid; the message names the call, what is wrong, and what would be right.</exception>
    public ShopSettings Settings(long? seed = null)
    {
        var settings = Checked(() => ShopFiles.Bind(WithMenu().Layers));
        return settings with
        {
            Seed = seed ?? settings.Seed,
            Stages = [.. settings.Stages.Select(stage => Options.TryGetValue(stage.Name, out var options) ? CustomStage.Of(stage, options) : stage)],
        };
    }

    /// <summary>Simulates the shop.</summary>
    /// <param name="seed">The seed of every random draw; null for that of the file, or 1.</param>
    /// <param name="options">Replications, logs, progress; null for one run.</param>
    /// <exception cref="ArgumentException">The shop is not valid; the message names the call, what is wrong, and what would be right.</exception>
    /// <exception cref="ShopFailedException">The run could not be completed.</exception>
    public Task<ShopResult> RunAsync(long? seed = null, RunOptions? options = null) => Simulation.RunAsync(Settings(seed), options);

    private Cafe WithMenu() => Steps.IsEmpty || !Drinks.IsEmpty ? this : Drink("order", Steps);

    private Cafe Arriving(string process, Layer call, params IEnumerable<(string Key, object? Value)> members) =>
        With(call.At(["cafe", "customers", "arrivals"], call.Object([("process", process), .. members])));

    private Cafe Customers(string call, (string Key, object? Value) member) => Setting(call, "customers", member);

    private Cafe Statistics(string call, (string Key, object? Value) member) => Setting(call, "statistics", member);

    private Cafe Setting(string call, string section, (string Key, object? Value) member) =>
        With(new Layer(call).At(["cafe", section], new Layer(call).Object(member)));

    private Cafe With(params IEnumerable<HoconObject> layers) => this with { Layers = Layers.AddRange(layers) };

    private static Layer Call(string method, string argument) => new($"{method}(\"{argument}\")");

    // A file may say a thing twice, and the later one counts; here it would be a mistake.
    private static ImmutableList<string> Once(ImmutableList<string> names, string name, Layer call) =>
        names.Contains(name) ? throw new ArgumentException($"{call.Call}: there is one of this name already; use each name once", nameof(name)) : names.Add(name);

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }
}
