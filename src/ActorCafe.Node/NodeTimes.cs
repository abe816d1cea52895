namespace ActorCafe.Node;

/// <summary>How long things may take. Leaving and closing together stay below the 5 s in which a node has to end.</summary>
public sealed record NodeTimes
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>To hand over and leave the cluster.</summary>
    public TimeSpan ToLeave { get; init; } = TimeSpan.FromSeconds(3.5);

    /// <summary>To answer the requests in hand.</summary>
    public TimeSpan ToCloseHttp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// To send the last traces and measures, after all else is done: a collector that does not answer may not keep the node longer.
    /// </summary>
    public TimeSpan ToSendTheLast { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>To answer one request.</summary>
    public TimeSpan ToAnswer { get; init; } = TimeSpan.FromSeconds(10);
}
