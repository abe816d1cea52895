using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorCafe.Remoting.Tls;
using Akka.Remote.Transport.DotNetty;

namespace ActorCafe.Remoting.Tests.Tls;

/// <summary>Errors in the files are reported before anything starts, by the name of the setting.</summary>
public sealed class MutualTlsTests : IDisposable
{
    private const string Certificate = "cafe.cluster.tls.certificate";
    private const string Password = "cafe.cluster.tls.password";
    private const string Authority = "cafe.cluster.tls.authority";

    private readonly CertificateFolder _folder = new();

    [Fact]
    public void A_good_certificate_turns_mutual_authentication_on()
    {
        var tls = MutualTls.Configure(_folder.Node());

        tls.Hocon.ShouldContain("enable-ssl = on");
        var setup = tls.Setup.Get<DotNettySslSetup>().Value;
        setup.RequireMutualAuthentication.ShouldBeTrue();
        setup.SuppressValidation.ShouldBeFalse();
        setup.CustomValidator.ShouldNotBeNull();
    }

    [Fact]
    public void Without_settings_nothing_is_said_of_it() => MutualTls.Configure(null).Hocon.ShouldBeEmpty();

    [Fact]
    public void While_an_authority_gives_way_to_a_new_one_both_may_sign()
    {
        using var old = new CertificateFolder();
        var node = old.Node();
        File.AppendAllText(_folder.Authority, File.ReadAllText(old.Authority));

        MutualTls.Configure(node with { Authority = _folder.Authority }).Hocon.ShouldContain("enable-ssl = on");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var node = _folder.Node();

        Fault(node with { Certificate = _folder.File("none.pfx") }, Certificate, "none.pfx cannot be read");
        Fault(node with { Authority = _folder.File("none.pem") }, Authority, "none.pem cannot be read");
        Fault(node with { Certificate = _folder.Path }, Certificate, "cannot be read");
        Fault(node with { Certificate = "" }, Certificate, "names no file");
    }

    [Fact]
    public void A_wrong_password_is_named() => Fault(_folder.Node() with { Password = "tea" }, Password, "does not open");

    [Fact]
    public void A_file_of_another_kind_is_named()
    {
        var node = _folder.Node();
        var text = _folder.File("text");
        File.WriteAllText(text, "hello");

        Fault(node with { Certificate = text }, Certificate, "is not a PKCS #12 file");
        Fault(node with { Authority = text }, Authority, "holds no certificate");
        File.WriteAllText(text, "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n");
        Fault(node with { Authority = text }, Authority, "is not a certificate");
    }

    [Fact]
    public void A_certificate_of_another_authority_is_no_use()
    {
        using var foreign = new CertificateFolder();

        Fault(foreign.Node() with { Authority = _folder.Authority }, Certificate, "not signed by the authority");
    }

    [Fact]
    public void An_expired_certificate_is_no_use() => Fault(_folder.Expired(), Certificate, "not valid now");

    [Fact]
    public void A_certificate_without_its_key_is_no_use()
    {
        var node = _folder.Node();
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(node.Certificate, node.Password);
        using var alone = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var path = _folder.File("alone.pfx");
        File.WriteAllBytes(path, alone.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, node.Password));

        Fault(node with { Certificate = path }, Certificate, "holds no private key");
    }

    [Fact]
    public void A_certificate_for_a_web_server_alone_is_not_a_nodes()
    {
        using var authority = X509Certificate2.CreateFromPemFile(_folder.Authority, _folder.File(CertificateAuthority.KeyFile));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=web", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        using var web = request.Create(authority, CertificateFolder.Now.AddDays(-1), CertificateFolder.Now.AddDays(1), [1, 2, 3]);
        using var withKey = web.CopyWithPrivateKey(key);
        var path = _folder.File("web.pfx");
        File.WriteAllBytes(path, withKey.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, ""));

        Fault(new TlsSettings(path, "", _folder.Authority), Certificate, "not for both a server and a client");
    }

    public void Dispose() => _folder.Dispose();

    private static void Fault(TlsSettings settings, string setting, string problem)
    {
        var exception = Should.Throw<TlsException>(() => MutualTls.Configure(settings));
        exception.Message.ShouldStartWith($"{setting}: ");
        exception.Problem.ShouldContain(problem);
        exception.Setting.ShouldBe(setting);
    }
}
