using System.Security.Cryptography.X509Certificates;
using ActorCafe.Remoting.Tls;

namespace ActorCafe.Remoting.Tests.Tls;

public sealed class CertificateAuthorityTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly CertificateFolder _folder = new();

    [Theory]
    [InlineData("front")]
    [InlineData("machine-3.cafe.example")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_certificate_bears_the_name_its_node_is_reached_by(string host)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(_folder.Node(host).Certificate, CertificateFolder.Password);

        certificate.MatchesHostname(host, allowWildcards: false, allowCommonName: false).ShouldBeTrue();
        certificate.MatchesHostname("another", allowWildcards: false, allowCommonName: false).ShouldBeFalse();
        certificate.HasPrivateKey.ShouldBeTrue();
    }

    [Fact]
    public void A_name_longer_than_a_subject_may_be_is_no_trouble()
    {
        var host = string.Join('.', Enumerable.Repeat("machine", 12));

        Path.GetFileName(_folder.Node(host).Certificate).ShouldBe($"{host}.pfx");
    }

    [Fact]
    public void Files_with_keys_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.GetUnixFileMode(_folder.Node().Certificate).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(_folder.File(CertificateAuthority.KeyFile)).ShouldBe(OwnerOnly);
        File.ReadAllText(_folder.Authority).ShouldNotContain("PRIVATE");
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        var authority = File.ReadAllText(_folder.Authority);
        _folder.Node();

        Should.Throw<IOException>(() => CertificateAuthority.Create(_folder.Path, CertificateFolder.Now));
        Should.Throw<IOException>(() => _folder.Node());
        File.ReadAllText(_folder.Authority).ShouldBe(authority);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../front")]
    [InlineData("a/b")]
    [InlineData("two words")]
    public void What_is_not_a_host_gets_no_certificate(string host) => Should.Throw<ArgumentException>(() => _folder.Node(host));

    public void Dispose() => _folder.Dispose();
}
