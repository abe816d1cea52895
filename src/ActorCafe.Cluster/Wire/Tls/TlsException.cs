namespace ActorCafe.Cluster.Wire.Tls;

/// <summary>The encryption between nodes can't be set up; nothing has been started.</summary>
/// <param name="setting">The setting at fault: <c>cafe.cluster.tls.certificate</c>, <c>.password</c> or <c>.authority</c>.</param>
/// <param name="problem">What is wrong, without a full stop.</param>
public sealed class TlsException(string setting, string problem, Exception? inner = null) : Exception($"{setting}: {problem}", inner)
{
    /// <summary>The setting at fault.</summary>
    public string Setting { get; } = setting;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;
}
