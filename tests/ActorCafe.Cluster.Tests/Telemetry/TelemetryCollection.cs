namespace ActorCafe.Cluster.Tests.Telemetry;

/// <summary>Runs the tests that collect telemetry one after the other, because a listener receives it from the whole process.</summary>
[CollectionDefinition(Name)]
public sealed class TelemetryCollection
{
    public const string Name = "one collector";
}
