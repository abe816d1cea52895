using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorCafe.Cluster.Wire.Tls;

/// <summary>Holds a certificate against our own authority alone; what this computer trusts otherwise counts for nothing.</summary>
internal static class PeerChain
{
    private static readonly Oid ServerUse = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");

    /// <summary>Why the certificate is not a node's; null: it is one.</summary>
    public static string? Fault(X509Certificate2 certificate, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);

        // Every node is a server to some and a client to others. A certificate made for a web server alone is not a node's.
        chain.ChainPolicy.ApplicationPolicy.Add(ServerUse);
        chain.ChainPolicy.ApplicationPolicy.Add(ClientUse);

        // A small authority of one's own publishes no revocations, and a certificate must not make a node call an address it names.
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
