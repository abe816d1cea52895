namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>An actor that other nodes may have made on this one. Every other type is refused.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DeployableAttribute : Attribute;
