namespace ActorCafe.Configuration.Binding;

/// <summary>All keys of a shop, by section.</summary>
internal static class KnownKeys
{
    public static readonly string[] Top = ["cafe", "akka"];

    /// <summary>Other readers read <c>cost</c>, <c>plan</c>, <c>book</c> and <c>cluster</c>; Akka reads <c>dispatcher</c>.</summary>
    public static readonly string[] Cafe =
        ["name", "seed", "clock", "step", "menu", "stages", "stage", "customers", "statistics", "dispatcher", "book", "cost", "plan", "cluster"];

    public static readonly string[] Clock = ["mode", "time-scale"];

    public static readonly string[] Step = ["service"];

    public static readonly string[] Drink = ["steps", "share", "priority", "remake", "service"];

    public static readonly string[] Remake = ["step", "probability"];

    public static readonly string[] Stage =
        ["worker", "is", "performs", "queue-capacity", "when-full", "stays-with-order", "hand-over-time", "priority", "patience", "schedule", "schedule-repeats", "breakdown"];

    public static readonly string[] PoolChange = ["at", "workers"];

    public static readonly string[] Breakdown = ["up", "repair", "order"];

    public static readonly string[] Customers = ["arrivals", "opens-at", "orders", "until", "stop-at", "patience"];

    public static readonly string[] Statistics = ["warm-up", "confidence"];

    public static readonly string[] Plan = ["shift"];

    public static readonly string[] Shift = ["at-least"];

    public static readonly string[] Deployment = ["router", "nr-of-instances", "cluster"];

    public static readonly string[] DeploymentCluster =
        ["enabled", "use-role", "max-nr-of-instances-per-node", "allow-local-routees"];

    public static readonly string[] Book = ["store", "connection", "max-open"];

    public static readonly string[] Cluster = ["hostname", "port", "discovery", "seed-nodes", "http", "management", "detection", "tls", "telemetry", "floor", "sweep"];

    public static readonly string[] Http = ["host", "port", "api-key"];

    public static readonly string[] Management = ["http-port"];

    public static readonly string[] Tls = ["certificate", "password", "authority"];

    public static readonly string[] Telemetry = ["endpoint"];

    public static readonly string[] Sweep = ["parallel"];

    /// <summary>The keys of all distributions: those of another distribution are allowed and ignored.</summary>
    public static readonly string[] Distribution =
        ["distribution", "value", "mean", "min", "mode", "max", "phases", "cv", "shape", "means", "values", "probabilities", "file"];

    /// <summary>The keys of all arrival processes, including those of the gap's distribution.</summary>
    public static readonly string[] Arrivals = ["process", .. Distribution, "batch", "changes", "population", "think", "rates"];

    public static readonly string[] GapChange = ["at", "mean"];

    /// <summary>The keys of <c>akka</c>, checked for spelling only; Akka reads everything below.</summary>
    public static readonly string[] Akka =
    [
        "actor", "cluster", "remote", "scheduler", "io", "persistence", "streams", "stream", "discovery", "management", "coordination",
        "channel-scheduler", "coordinated-shutdown", "daemonic", "extensions", "hosting", "logger", "loggers", "logger-async-start", "logger-formatter",
        "logger-startup-timeout", "loggers-dispatcher", "loglevel", "stdout-loglevel", "stdout-logger-class", "log-config-on-start",
        "log-dead-letters", "log-dead-letters-during-shutdown", "log-dead-letters-suspend-duration", "log-serializer-override-on-start",
        "reliable-delivery", "suppress-json-serializer-warning", "test", "version", "home",
    ];

    /// <summary>The keys of <c>akka.actor</c>.</summary>
    public static readonly string[] AkkaActor =
    [
        "provider", "deployment", "router", "default-dispatcher", "internal-dispatcher", "synchronized-dispatcher", "task-dispatcher",
        "default-fork-join-dispatcher", "default-blocking-io-dispatcher", "default-mailbox", "mailbox", "debug", "inbox", "typed",
        "ask-timeout", "creation-timeout", "guardian-supervisor-strategy", "reaper-interval", "serialize-creators", "serialize-messages",
        "serializers", "serialization-bindings", "serialization-identifiers", "serialization-settings", "telemetry",
        "unstarted-push-timeout", "autoresize",
    ];
}
