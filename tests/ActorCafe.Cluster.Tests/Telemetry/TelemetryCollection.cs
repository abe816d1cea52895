namespace ActorCafe.Cluster.Tests.Telemetry;

/// <summary>A listener hears the whole process: those that listen run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TelemetryCollection
{
    public const string Name = "one collector";
}
