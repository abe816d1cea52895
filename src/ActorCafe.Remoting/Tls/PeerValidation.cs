using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorCafe.Remoting.Tls;

/// <summary>Validates certificates against our own authority alone; the machine's trust store is ignored.</summary>
internal static class PeerValidation
{
    private static readonly Oid ServerUse = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");

    /// <summary>Returns why the certificate is not a node's; null if it is one.</summary>
    public static string? Fault(X509Certificate2 certificate, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);

        // Every node is both a server and a client. A certificate for a web server alone is not a node's.
        chain.ChainPolicy.ApplicationPolicy.Add(ServerUse);
        chain.ChainPolicy.ApplicationPolicy.Add(ClientUse);

        // A small private authority publishes no revocation list, and a certificate must not make a node call an address that it names.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;

        if (chain.Build(certificate))
        {
            return null;
        }

        var faults = chain.ChainStatus.Select(status => status.Status).Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one);
        return faults switch
        {
            _ when faults.HasFlag(X509ChainStatusFlags.PartialChain) || faults.HasFlag(X509ChainStatusFlags.UntrustedRoot) =>
                "it is not signed by the authority",
            _ when faults.HasFlag(X509ChainStatusFlags.NotTimeValid) =>
                $"it, or the authority's, is not valid now: valid from {certificate.NotBefore:u} to {certificate.NotAfter:u}",
            _ when faults.HasFlag(X509ChainStatusFlags.NotValidForUsage) =>
                "it is not for both a server and a client",
            _ => $"it does not hold ({faults})",
        };
    }
}
