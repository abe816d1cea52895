using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.Remoting.Tls;

namespace ActorCafe.Node.Settings;

/// <summary>Opens the files of <c>cafe.cluster.tls</c> before anything starts, so that a node with unusable certificates fails at once.</summary>
internal static class TlsSettingsReader
{
    public static TlsSettings Read(TlsKeys keys)
    {
        Check(keys.Certificate, "write the path of a PKCS #12 file with the node's certificate and key", () => CheckCertificate(keys));
        Check(keys.Authority, "write the path of a PEM file with the authority's certificate", () => CheckAuthority(keys.Authority));
        return new(Path.GetFullPath(keys.Certificate.Text), keys.Password.Text, Path.GetFullPath(keys.Authority.Text));
    }

    private static void CheckCertificate(TlsKeys keys)
    {
        var file = System.IO.File.ReadAllBytes(keys.Certificate.Text);
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12(file, keys.Password.Text);
            if (!certificate.HasPrivateKey)
            {
                throw keys.Certificate.Error($"'{keys.Certificate.Text}' holds no key", "write the path of a PKCS #12 file with certificate and key");
            }
        }
        catch (CryptographicException)
        {
            throw keys.Certificate.Error(
                $"'{keys.Certificate.Text}' cannot be opened with cafe.cluster.tls.password", "write a PKCS #12 file and its password");
        }
    }

    private static void CheckAuthority(SourcedText authority)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(System.IO.File.ReadAllText(authority.Text));
        }
        catch (CryptographicException)
        {
            throw authority.Error($"'{authority.Text}' holds no certificate", "write the path of a PEM file (-----BEGIN CERTIFICATE-----)");
        }
    }

    private static void Check(SourcedText file, string remedy, Action open)
    {
        try
        {
            open();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(file.Text) ? "it is a folder"
                : problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : problem.Message.TrimEnd('.');
            throw file.Error($"'{file.Text}' cannot be read ({reason})", remedy);
        }
    }
}
