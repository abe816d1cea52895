using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ActorCafe.Remoting.Tls;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.Remote;
using Akka.Remote.Transport.DotNetty;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace ActorCafe.Remoting.Tests.Tls;

/// <summary>Nodes over loopback, with certificates of one authority and of others.</summary>
public sealed class TlsNodesTests : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Greeting Message = new("hello");

    private readonly CertificateFolder _ours = new();
    private readonly CertificateFolder _foreign = new();
    private readonly List<ActorSystem> _started = [];

    public TlsNodesTests(ITestOutputHelper output)
        : base(Nodes.Plain("akka.actor.provider = local"), "listener", output)
    {
    }

    [Fact]
    public async Task Nodes_of_one_authority_talk_both_ways()
    {
        var one = Node(_ours.Node());
        var other = Node(_ours.Node("localhost"));

        Nodes.AddressOf(one).Protocol.ShouldBe("akka.ssl.tcp");
        await HeardAsync(one, other);
        await HeardAsync(other, one);
    }

    [Fact]
    public async Task A_client_without_encryption_is_refused()
    {
        var node = Node(_ours.Node());
        var plain = Start(Nodes.Hardened(), null);

        // The address scheme alone would tell them apart, so the client is made to believe that the port is a plain node's.
        var address = Nodes.AddressOf(node).WithProtocol("akka.tcp");
        await FailsAsync(plain, () => plain.ActorSelection($"{address}/user/forwarder").Tell(Message, ActorRefs.NoSender));
        await HeardAsync(Node(_ours.Node("localhost")), node);
    }

    [Fact]
    public async Task Bytes_that_are_no_handshake_close_the_connection_and_the_node_goes_on()
    {
        var node = Node(_ours.Node());
        using var client = new TcpClient();
        await client.ConnectAsync(Nodes.EndpointOf(node));
        var stream = client.GetStream();
        await stream.WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());

        await ClosedAsync(stream).WaitAsync(Patience);
        await HeardAsync(Node(_ours.Node("localhost")), node);
    }

    [Theory]
    [InlineData(false, "not signed by the authority")]
    [InlineData(true, "not valid now")]
    public async Task A_client_with_a_bad_certificate_is_refused(bool expired, string why)
    {
        var node = Node(_ours.Node());
        var stranger = Stranger(expired ? _ours.Expired("localhost") : _foreign.Node("localhost"));

        await RefusesAsync(node, why, () => Tell(stranger, node));
        await HeardAsync(Node(_ours.Node("front")), node);
    }

    // Akka's behaviour, not ours: it ends a system whose outgoing handshake fails (exit code 79). Tested so that a change is noticed.
    [Theory]
    [InlineData(false, "not signed by the authority")]
    [InlineData(true, "not valid now")]
    public async Task A_server_with_a_bad_certificate_is_not_spoken_to_and_the_caller_closes(bool expired, string why)
    {
        var node = Node(_ours.Node());
        var stranger = Stranger(expired ? _ours.Expired("localhost") : _foreign.Node("localhost"));

        await RefusesAsync(node, why, () => Tell(node, stranger));
        await node.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_node_whose_call_breaks_off_in_the_handshake_closes()
    {
        var node = Node(_ours.Node());
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        Call(node, ((IPEndPoint)other.LocalEndpoint).Port);
        (await other.AcceptTcpClientAsync().WaitAsync(Patience)).Dispose();

        await node.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_node_whose_call_finds_nobody_goes_on()
    {
        var node = Node(_ours.Node());
        int port;
        using (var other = new TcpListener(IPAddress.Loopback, 0))
        {
            other.Start();
            port = ((IPEndPoint)other.LocalEndpoint).Port;
        }

        await FailsAsync(node, () => Call(node, port));
        await HeardAsync(node, Node(_ours.Node("localhost")));
    }

    [Fact]
    public async Task A_client_that_shows_no_certificate_is_refused()
    {
        var node = Node(_ours.Node());
        using var own = LoadOf(_foreign.Node());
        var silent = Start(Nodes.Hardened("akka.remote.dot-netty.tcp.enable-ssl = on"), new DotNettySslSetup(own, true, false));

        await FailsAsync(silent, () => Tell(silent, node));
        await HeardAsync(Node(_ours.Node("localhost")), node);
    }

    [Fact]
    public async Task Where_names_are_checked_a_node_is_called_by_the_name_on_its_certificate()
    {
        var right = Node(_ours.Node("127.0.0.1"));
        var wrong = Node(_ours.Node("front"));
        var strict = _ours.Node("localhost");

        var one = Node(strict, checkNames: true);
        await RefusesAsync(one, "bears another name", () => Tell(one, wrong));
        await HeardAsync(Node(strict, checkNames: true), right);
    }

    protected override void AfterAll()
    {
        Task.WhenAll(_started.Select(system => system.Terminate())).Wait();
        _ours.Dispose();
        _foreign.Dispose();
        base.AfterAll();
    }

    private ActorSystem Node(TlsSettings settings, bool checkNames = false)
    {
        var tls = MutualTls.Configure(settings, checkNames);
        return Start(ConfigurationFactory.ParseString(tls.Hocon).WithFallback(Nodes.Hardened()), tls.Setup.Get<DotNettySslSetup>().Value);
    }

    // Trusts everybody, and shows a certificate that no node would start with.
    private ActorSystem Stranger(TlsSettings settings) => Start(
        Nodes.Hardened("akka.remote.dot-netty.tcp.enable-ssl = on"),
        new DotNettySslSetup(LoadOf(settings), true, true, (_, _, _, _, _) => true));

    private ActorSystem Start(Config config, Setup? setup)
    {
        var system = Nodes.Start(config, setup);
        _started.Add(system);
        system.ActorOf(Props.Create(() => new Forwarder(TestActor)), "forwarder");
        return system;
    }

    private async Task HeardAsync(ActorSystem from, ActorSystem to)
    {
        Tell(from, to);
        await ExpectMsgAsync(Message, Patience);
    }

    private async Task RefusesAsync(ActorSystem node, string why, Action call)
    {
        var log = CreateTestProbe();
        node.EventStream.Subscribe(log, typeof(Warning));
        call();
        await log.FishForMessageAsync<Warning>(warning => warning.ToString().Contains(why), Patience);
        HasMessages.ShouldBeFalse();
    }

    private async Task FailsAsync(ActorSystem caller, Action call)
    {
        var events = CreateTestProbe();
        caller.EventStream.Subscribe(events, typeof(AssociationErrorEvent));
        call();
        await events.ExpectMsgAsync<AssociationErrorEvent>(Patience);
        HasMessages.ShouldBeFalse();
    }

    private static void Tell(ActorSystem from, ActorSystem to) => Nodes.Select(from, to, "/user/forwarder").Tell(Message, ActorRefs.NoSender);

    private static void Call(ActorSystem from, int port) =>
        from.ActorSelection($"akka.ssl.tcp://cafe@127.0.0.1:{port}/user/forwarder").Tell(Message, ActorRefs.NoSender);

    private static X509Certificate2 LoadOf(TlsSettings settings) => X509CertificateLoader.LoadPkcs12FromFile(settings.Certificate, settings.Password);

    private static async Task ClosedAsync(NetworkStream stream)
    {
        try
        {
            while (await stream.ReadAsync(new byte[256]) > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    private sealed class Forwarder(IActorRef listener) : UntypedActor
    {
        protected override void OnReceive(object message) => listener.Tell(message);
    }
}
