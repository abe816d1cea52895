using Akka.Actor.Setup;

namespace ActorCafe.Remoting.Tls;

/// <summary>The files of a node's identity.</summary>
/// <param name="Certificate">The node's certificate with its key, a PKCS #12 file.</param>
/// <param name="Password">The password of that file.</param>
/// <param name="Authority">The certificate (PEM) of the authority that signed every node's.</param>
public sealed record TlsSettings(string Certificate, string Password, string Authority);

/// <summary>What an actor system needs to start with TLS.</summary>
/// <param name="Hocon">To be layered over the node's configuration.</param>
/// <param name="Setup">To be passed to the actor system besides.</param>
internal sealed record TlsSetup(string Hocon, ActorSystemSetup Setup);

/// <summary>TLS between nodes can't be set up; nothing has been started.</summary>
/// <param name="setting">The setting at fault: <c>cafe.cluster.tls.certificate</c>, <c>.password</c> or <c>.authority</c>.</param>
/// <param name="problem">What is wrong, without a full stop.</param>
/// <param name="inner">The cause, if there is one.</param>
internal sealed class TlsException(string setting, string problem, Exception? inner = null) : Exception($"{setting}: {problem}", inner)
{
    /// <summary>The setting at fault.</summary>
    public string Setting { get; } = setting;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;
}
