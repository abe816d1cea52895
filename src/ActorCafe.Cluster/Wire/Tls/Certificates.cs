using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorCafe.Cluster.Wire.Tls;

/// <summary>
/// Makes an authority and the nodes' certificates, as files: <c>authority.pem</c> goes to every node, <c>HOST.pfx</c> to that node,
/// and <c>authority-key.pem</c> to none. Files with keys are their owner's alone; none is written over.
/// </summary>
public static class Certificates
{
    public const string AuthorityFile = "authority.pem";
    public const string AuthorityKeyFile = "authority-key.pem";

    /// <summary>How long an authority holds.</summary>
    public static TimeSpan AuthorityLife { get; } = TimeSpan.FromDays(10 * 365);

    /// <summary>How long a node's certificate holds, if nothing else is said.</summary>
    public static TimeSpan NodeLife { get; } = TimeSpan.FromDays(2 * 365);

    /// <summary>Makes an authority: a folder has one.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="from">When it begins to hold; some minutes ago lets nodes differ that much in their clocks.</param>
    /// <exception cref="IOException">A file is there already, or can't be written.</exception>
    public static void CreateAuthority(string folder, DateTimeOffset from)
    {
        Directory.CreateDirectory(folder);
        using var authority = CertificateMaker.Authority(from, from + AuthorityLife);
        using var key = authority.GetECDsaPrivateKey()!;
        PrivateFile.Write(Path.Combine(folder, AuthorityKeyFile), key.ExportPkcs8PrivateKeyPem() + "\n");
        PrivateFile.WritePublic(Path.Combine(folder, AuthorityFile), authority.ExportCertificatePem() + "\n");
    }

    /// <summary>Makes a node's certificate, signed by the folder's authority.</summary>
    /// <param name="folder">Where <see cref="CreateAuthority"/> wrote.</param>
    /// <param name="host">The name or address the node is reached by.</param>
    /// <param name="password">What protects the file; may be empty.</param>
    /// <param name="from">When it begins to hold.</param>
    /// <param name="life">How long it holds; null: <see cref="NodeLife"/>, or as long as the authority if that is shorter.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ArgumentException">The host is not a name or an address.</exception>
    /// <exception cref="IOException">The authority is not there, the file is there already, or can't be written.</exception>
    /// <exception cref="CryptographicException">The authority's files hold no certificate or not its key.</exception>
    public static string CreateNode(string folder, string host, string password, DateTimeOffset from, TimeSpan? life = null)
    {
        var kind = Uri.CheckHostName(host);
        if (kind is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            throw new ArgumentException($"'{host}' is not the name or address of a host", nameof(host));
        }

        using var authority = X509Certificate2.CreateFromPemFile(
            Path.Combine(folder, AuthorityFile), Path.Combine(folder, AuthorityKeyFile));
        var path = Path.Combine(folder, $"{host.Replace(':', '_')}.pfx");
        using var node = CertificateMaker.Node(authority, host, from, from + (life ?? NodeLife));
        PrivateFile.Write(path, node.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password));
        return path;
    }
}
