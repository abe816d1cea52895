using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Actor.Setup;
using Akka.Event;
using Akka.Remote.Transport.DotNetty;

namespace ActorCafe.Remoting.Tls;

/// <summary>
/// Encryption and mutual authentication between nodes. A peer is accepted if its certificate was signed by our own authority; the
/// machine's trust store is ignored. Akka.Remote ends a node whose own outgoing handshake fails (exit code 79), so nodes need a
/// supervisor that restarts them.
/// </summary>
internal static class MutualTls
{
    // Layered over a shop's files, so that none of them can switch half of it off again.
    private const string On = """
        akka.remote.dot-netty.tcp {
          enable-ssl = on
          ssl {
            suppress-validation = false
            require-mutual-authentication = true
          }
        }
        """;

    /// <summary>Reads and checks the files.</summary>
    /// <param name="settings">Null: no encryption except what a shop's file may set up for Akka.Remote itself.</param>
    /// <param name="checkNames">
    /// Whether the certificate of a node that is called must also bear the name it is called by. Nodes that call us have no name to check.
    /// </param>
    /// <exception cref="TlsException">A file is missing, the password is wrong, or the certificate is not signed by the authority or not valid now.</exception>
    public static TlsSetup Configure(TlsSettings? settings, bool checkNames = false)
    {
        if (settings is null)
        {
            return new TlsSetup("", ActorSystemSetup.Empty);
        }

        var authorities = CertificateFiles.Authorities(settings);
        var certificate = CertificateFiles.Certificate(settings, authorities);
        var setup = new DotNettySslSetup(
            certificate,
            suppressValidation: false,
            requireMutualAuthentication: true,
            validateCertificateHostname: checkNames,
            customValidator: Validator(authorities, checkNames));
        return new TlsSetup(On, ActorSystemSetup.Create(setup));
    }

    private static CertificateValidationCallback Validator(X509Certificate2Collection authorities, bool checkNames) =>
        (X509Certificate2? certificate, X509Chain? _, string peer, SslPolicyErrors errors, ILoggingAdapter log) =>
        {
            var fault = certificate is null ? "it shows no certificate"
                : checkNames && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "its certificate bears another name"
                : PeerValidation.Fault(certificate, authorities);
            if (fault is not null)
            {
                log.Warning("{0} is not a node of ours: {1}", peer, fault);
            }

            return fault is null;
        };
}
