using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ActorCafe.Configuration;
using Akka.Actor;
using Akka.Configuration;
using Akka.Discovery;

namespace ActorCafe.Node.Actors;

/// <summary>A discovery method of Akka's: asks the Kubernetes API for the running pods with a label, with the rights of this pod's service account.</summary>
/// <remarks>It has the keys of Akka.Discovery.KubernetesApi, which is built for an older Kubernetes client: see docs/decisions/0013.</remarks>
internal sealed class PodDiscovery : ServiceDiscovery
{
    private readonly Config _settings;

    /// <summary>Called by Akka.</summary>
    public PodDiscovery(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _settings = system.Settings.Config.GetConfig("akka.discovery.kubernetes-api");
    }

    /// <summary>The pods with a port of the name that is looked up.</summary>
    /// <exception cref="HttpRequestException">The API cannot be reached, or refuses.</exception>
    public override async Task<Resolved> Lookup(Lookup lookup, TimeSpan resolveTimeout)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        using var limit = new CancellationTokenSource(resolveTimeout);
        var space = (await ReadAsync("pod-namespace-path", limit.Token)).Trim();
        var selector = _settings.GetString("pod-label-selector").Replace("{0}", lookup.ServiceName, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/namespaces/{space}/pods?labelSelector={Uri.EscapeDataString(selector)}");
        // Kubernetes replaces the token from time to time.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await ReadAsync("api-token-path", limit.Token)).Trim());
        using var api = Client();
        using var response = await api.SendAsync(request, limit.Token);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"Kubernetes answered {(int)response.StatusCode} to {request.RequestUri}; may this pod's service account list pods?");
        }

        using var pods = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(limit.Token), cancellationToken: limit.Token);
        return new Resolved(lookup.ServiceName, [.. pods.RootElement.GetProperty("items").EnumerateArray().SelectMany(pod => Targets(pod, lookup.PortName))]);
    }

    private static ImmutableArray<ResolvedTarget> Targets(JsonElement pod, string portName)
    {
        var status = pod.GetProperty("status");
        return pod.GetProperty("metadata").TryGetProperty("deletionTimestamp", out _)
            || !status.TryGetProperty("phase", out var phase) || phase.GetString() != "Running"
            || !status.TryGetProperty("podIP", out var ip) ? []
            : [.. Ports(pod, portName).Select(port => new ResolvedTarget(ip.GetString(), port, IPAddress.Parse(ip.GetString()!)))];
    }

    private static IEnumerable<int> Ports(JsonElement pod, string name) => pod.GetProperty("spec").GetProperty("containers").EnumerateArray()
        .SelectMany(container => container.TryGetProperty("ports", out var ports) ? ports.EnumerateArray() : default)
        .Where(port => port.TryGetProperty("name", out var named) && named.GetString() == name)
        .Select(port => port.GetProperty("containerPort").GetInt32());

    // A node asks until it has found a cluster, and not again: a client that is kept would only be in the way.
    private HttpClient Client()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(_settings.GetString("api-ca-path"));
        return new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } })
        {
            BaseAddress = new Uri($"https://{Hosts.InBrackets(Variable("api-service-host-env-name"))}:{Variable("api-service-port-env-name")}"),
        };
    }

    private string Variable(string key) => Environment.GetEnvironmentVariable(_settings.GetString(key)) ?? "";

    private Task<string> ReadAsync(string key, CancellationToken cancellation) => File.ReadAllTextAsync(_settings.GetString(key), cancellation);
}
