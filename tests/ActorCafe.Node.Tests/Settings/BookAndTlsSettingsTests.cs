using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorCafe.Cluster.Settings;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Tests.Settings;

public sealed class BookAndTlsSettingsTests : IDisposable
{
    private readonly NodeSetup _setting = new();

    [Theory]
    [InlineData("Data Source=orders.db", "data/orders.db")]
    [InlineData("Data Source=sub/orders.db", "data/sub/orders.db")]
    public void A_relative_book_lies_in_the_data_folder(string connection, string file) =>
        _setting.File($"cafe.book.connection = \"{connection}\"").Read().Settings.Book.Connection.ShouldBe($"Data Source={_setting.PathOf(file)}");

    [Fact]
    public void An_absolute_book_lies_where_it_is() =>
        _setting.File("cafe.book.connection = \"Data Source=/srv/orders.db;Pooling=False\"").Read().Settings.Book.Connection.ShouldBe("Data Source=/srv/orders.db;Pooling=False");

    [Fact]
    public void A_server_is_taken_as_it_is_written() =>
        _setting.Variable("CAFE_BOOK_STORE", "postgres").Variable("CAFE_BOOK_CONNECTION", "Host=db;Password=p").Read().Settings.Book
            .ShouldBe(new(BookStore.Postgres, "Host=db;Password=p"));

    [Theory]
    [InlineData("Hst=db", "it is no connection to PostgreSQL")]
    [InlineData("Database=cafe", "it names no server")]
    public void A_server_that_could_not_be_reached_is_refused(string connection, string problem) =>
        _setting.File($$"""cafe.book { store = postgres, connection = "{{connection}}" }""").Refusal()
            .ShouldBe($"shop.conf: cafe.book.connection: {problem}; write \"Host=db;Database=cafe;Username=cafe;Password=...\"");

    [Fact]
    public void Certificates_are_found_beside_the_file_that_names_them()
    {
        Certify("secret");

        var tls = _setting.File(Tls("secret")).Read().Settings.Tls;

        tls.ShouldBe(new(_setting.PathOf("node.p12"), "secret", _setting.PathOf("authority.pem")));
    }

    [Fact]
    public void Certificates_that_cannot_be_used_are_named()
    {
        const string Certificate = "shop.conf: cafe.cluster.tls.certificate: '";
        _setting.File(Tls("secret"));
        _setting.Refusal().ShouldBe($"{Certificate}node.p12' cannot be read (there is no such file); write the path of a PKCS #12 file with the node's certificate and key");

        Certify("another");
        _setting.Refusal().ShouldBe($"{Certificate}node.p12' cannot be opened with cafe.cluster.tls.password; write a PKCS #12 file and its password");

        Certify("secret");
        File.WriteAllText(_setting.PathOf("authority.pem"), "no certificate");
        _setting.Refusal().ShouldStartWith("shop.conf: cafe.cluster.tls.authority: 'authority.pem' holds no certificate");
    }

    [Theory]
    [InlineData("cafe.cluster.tls { certificate = a, password = b }", "shop.conf: cafe.cluster.tls.authority: the key is missing; write authority = \"authority.pem\"")]
    [InlineData("cafe.cluster.tls { certificat = a }", "shop.conf: cafe.cluster.tls.certificat: unknown key; did you mean certificate?")]
    [InlineData("cafe.cluster.telemetry.endpoint = collector", "shop.conf: cafe.cluster.telemetry.endpoint: 'collector' is not the address of a collector; write endpoint = \"http://127.0.0.1:4317\", or none")]
    public void Half_a_section_is_refused(string hocon, string line) => _setting.File(hocon).Refusal().ShouldBe(line);

    public void Dispose() => _setting.Dispose();

    private static string Tls(string password) => $$"""cafe.cluster.tls { certificate = "node.p12", password = "{{password}}", authority = "authority.pem" }""";

    private void Certify(string password)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(_setting.PathOf("node.p12"), certificate.Export(X509ContentType.Pkcs12, password));
        File.WriteAllText(_setting.PathOf("authority.pem"), certificate.ExportCertificatePem());
    }
}
