using ActorCafe.Remoting.Tls;

namespace ActorCafe.Remoting.Tests.Tls;

/// <summary>A temporary folder with an authority of its own.</summary>
internal sealed class CertificateFolder : IDisposable
{
    public const string Password = "beans";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorcafe-");

    public CertificateFolder() => CertificateAuthority.Create(_folder.FullName, Now.AddDays(-30));

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public string Path => _folder.FullName;

    public string Authority => File(CertificateAuthority.CertificateFile);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Issues a certificate and returns the node's settings.</summary>
    public TlsSettings Node(string host = "127.0.0.1") =>
        new(CertificateAuthority.Issue(Path, host, Password, Now.AddMinutes(-5)), Password, Authority);

    /// <summary>The same, with a certificate that has expired.</summary>
    public TlsSettings Expired(string host = "127.0.0.1") =>
        new(CertificateAuthority.Issue(Path, host, Password, Now.AddDays(-20), TimeSpan.FromDays(1)), Password, Authority);

    public void Dispose() => _folder.Delete(recursive: true);
}
