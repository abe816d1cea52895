using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorCafe.Remoting.Tls;

/// <summary>
/// Creates an authority and issues the nodes' certificates, as files: <c>authority.pem</c> goes to every node, <c>HOST.pfx</c> to that
/// node, and <c>authority-key.pem</c> to none. Only their owner can read files with keys. No file is overwritten.
/// </summary>
internal static class CertificateAuthority
{
    public const string CertificateFile = "authority.pem";
    public const string KeyFile = "authority-key.pem";

    /// <summary>The validity of an authority.</summary>
    public static TimeSpan AuthorityLifetime { get; } = TimeSpan.FromDays(10 * 365);

    /// <summary>The default validity of a node's certificate.</summary>
    public static TimeSpan NodeLifetime { get; } = TimeSpan.FromDays(2 * 365);

    /// <summary>Creates the authority of a folder.</summary>
    /// <param name="folder">Created if it does not exist.</param>
    /// <param name="from">Start of validity; a few minutes in the past allow for clocks that differ by as much.</param>
    /// <exception cref="IOException">A file exists already, or cannot be written.</exception>
    public static void Create(string folder, DateTimeOffset from)
    {
        Directory.CreateDirectory(folder);
        using var authority = CertificateMaker.Authority(from, from + AuthorityLifetime);
        using var key = authority.GetECDsaPrivateKey()!;
        NewFile.WritePrivate(Path.Combine(folder, KeyFile), key.ExportPkcs8PrivateKeyPem() + "\n");
        NewFile.WritePublic(Path.Combine(folder, CertificateFile), authority.ExportCertificatePem() + "\n");
    }

    /// <summary>Issues a node's certificate, signed by the folder's authority.</summary>
    /// <param name="folder">The folder that <see cref="Create"/> wrote to.</param>
    /// <param name="host">The name or address of the node.</param>
    /// <param name="password">The password of the file; may be empty.</param>
    /// <param name="from">Start of validity.</param>
    /// <param name="lifetime">Its validity, at most the authority's; null: <see cref="NodeLifetime"/>.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ArgumentException">The host is neither a name nor an address.</exception>
    /// <exception cref="IOException">The authority does not exist, the file exists already, or it cannot be written.</exception>
    /// <exception cref="CryptographicException">The authority's files hold no certificate, or not its key.</exception>
    public static string Issue(string folder, string host, string password, DateTimeOffset from, TimeSpan? lifetime = null)
    {
        var kind = Uri.CheckHostName(host);
        if (kind is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            throw new ArgumentException($"'{host}' is not the name or address of a host", nameof(host));
        }

        using var authority = X509Certificate2.CreateFromPemFile(
            Path.Combine(folder, CertificateFile), Path.Combine(folder, KeyFile));
        var path = Path.Combine(folder, $"{host.Replace(':', '_')}.pfx");
        using var node = CertificateMaker.Node(authority, host, from, from + (lifetime ?? NodeLifetime));
        NewFile.WritePrivate(path, node.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password));
        return path;
    }
}
