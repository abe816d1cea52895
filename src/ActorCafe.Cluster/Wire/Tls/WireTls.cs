using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ActorCafe.Cluster.Settings;
using Akka.Actor.Setup;
using Akka.Event;
using Akka.Remote.Transport.DotNetty;

namespace ActorCafe.Cluster.Wire.Tls;

/// <summary>
/// Encryption and mutual authentication between nodes. A node is whoever shows a certificate of our own authority; what the
/// computer trusts otherwise counts for nothing. A node whose own call fails in the handshake is closed by Akka.Remote (exit code
/// 79), so a node must be started again by whatever watches over it.
/// </summary>
public static class WireTls
{
    // Laid over a shop's files, so that none of them takes half of it back.
    private const string On = """
        akka.remote.dot-netty.tcp {
          enable-ssl = on
          ssl {
            suppress-validation = false
            require-mutual-authentication = true
          }
        }
        """;

    /// <summary>Reads and checks the files, and gives what an actor system is to be made with.</summary>
    /// <param name="settings">Null: no encryption but what a shop's file may set up for Akka.Remote by itself.</param>
    /// <param name="checkNames">
    /// Whether a node that is called must also show a certificate made for the name it is called by. Nodes that call us have
    /// no name to check.
    /// </param>
    /// <exception cref="TlsException">A file is missing, the password is wrong, or the certificate is not one of the authority's or not valid now.</exception>
    public static NodeTls For(TlsSettings? settings, bool checkNames = false)
    {
        if (settings is null)
        {
            return new NodeTls("", ActorSystemSetup.Empty);
        }

        var authorities = TlsFiles.Authorities(settings);
        var certificate = TlsFiles.Certificate(settings, authorities);
        var setup = new DotNettySslSetup(
            certificate,
            suppressValidation: false,
            requireMutualAuthentication: true,
            validateCertificateHostname: checkNames,
            customValidator: Validator(authorities, checkNames));
        return new NodeTls(On, ActorSystemSetup.Create(setup));
    }

    private static CertificateValidationCallback Validator(X509Certificate2Collection authorities, bool checkNames) =>
        (X509Certificate2? certificate, X509Chain? _, string peer, SslPolicyErrors errors, ILoggingAdapter log) =>
        {
            var fault = certificate is null ? "it shows no certificate"
                : checkNames && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "its certificate bears another name"
                : PeerChain.Fault(certificate, authorities);
            if (fault is not null)
            {
                log.Warning("{0} is not a node of ours: {1}", peer, fault);
            }

            return fault is null;
        };
}

/// <param name="Hocon">To be laid over the node's configuration.</param>
/// <param name="Setup">What the node's actor system is to be made with, beside that.</param>
public sealed record NodeTls(string Hocon, ActorSystemSetup Setup);
