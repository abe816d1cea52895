using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Wire.Tls;

namespace ActorCafe.Cluster.Tests.Wire.Tls;

/// <summary>A folder with an authority of its own, for one test.</summary>
internal sealed class CertificateFolder : IDisposable
{
    public const string Password = "beans";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorcafe-");

    public CertificateFolder() => Certificates.CreateAuthority(_folder.FullName, Now.AddDays(-30));

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public string Path => _folder.FullName;

    public string Authority => File(Certificates.AuthorityFile);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What a node of this authority is set up with.</summary>
    public TlsSettings Node(string host = "127.0.0.1") =>
        new(Certificates.CreateNode(Path, host, Password, Now.AddMinutes(-5)), Password, Authority);

    /// <summary>The same, with a certificate that held for a day, long ago.</summary>
    public TlsSettings Expired(string host = "127.0.0.1") =>
        new(Certificates.CreateNode(Path, host, Password, Now.AddDays(-20), TimeSpan.FromDays(1)), Password, Authority);

    public void Dispose() => _folder.Delete(recursive: true);
}
