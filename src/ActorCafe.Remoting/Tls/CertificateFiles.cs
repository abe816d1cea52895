using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorCafe.Remoting.Tls;

/// <summary>Reads the files of <see cref="TlsSettings"/> and reports what is wrong with them before anything starts.</summary>
internal static class CertificateFiles
{
    public const string CertificateKey = "cafe.cluster.tls.certificate";
    public const string PasswordKey = "cafe.cluster.tls.password";
    public const string AuthorityKey = "cafe.cluster.tls.authority";

    /// <summary>Reads the authorities that may have signed a node's certificate: more than one while a new authority replaces an old one.</summary>
    public static X509Certificate2Collection Authorities(TlsSettings settings)
    {
        var pem = Read(AuthorityKey, settings.Authority, File.ReadAllText);
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw new TlsException(AuthorityKey, $"{settings.Authority} is not a certificate in PEM form", e);
        }

        return authorities.Count > 0
            ? authorities
            : throw new TlsException(AuthorityKey, $"{settings.Authority} holds no certificate in PEM form");
    }

    /// <summary>Reads the node's own certificate with its key; one of the authorities must have signed it.</summary>
    public static X509Certificate2 Certificate(TlsSettings settings, X509Certificate2Collection authorities)
    {
        var certificate = Load(settings);
        var problem = certificate.HasPrivateKey ? PeerValidation.Fault(certificate, authorities) : "it holds no private key";
        if (problem is null)
        {
            return certificate;
        }

        certificate.Dispose();
        throw new TlsException(CertificateKey, $"{settings.Certificate} is no use: {problem}");
    }

    private static X509Certificate2 Load(TlsSettings settings)
    {
        var bytes = Read(CertificateKey, settings.Certificate, File.ReadAllBytes);
        try
        {
            return X509CertificateLoader.LoadPkcs12(bytes, settings.Password);
        }
        catch (CryptographicException e) when (IsWrongPassword(e))
        {
            throw new TlsException(PasswordKey, $"it does not open {settings.Certificate}", e);
        }
        catch (CryptographicException e)
        {
            throw new TlsException(CertificateKey, $"{settings.Certificate} is not a PKCS #12 file", e);
        }
    }

    // ERROR_INVALID_PASSWORD, which .NET reports on every operating system.
    private static bool IsWrongPassword(CryptographicException e) => e.HResult == unchecked((int)0x80070056);

    private static T Read<T>(string setting, string path, Func<string, T> read)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new TlsException(setting, "it names no file");
        }

        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TlsException(setting, $"{path} cannot be read: {e.Message}", e);
        }
    }
}
