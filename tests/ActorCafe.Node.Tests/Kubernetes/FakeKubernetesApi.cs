using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using k8s;
using k8s.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ActorCafe.Node.Tests.Kubernetes;

/// <summary>The part of a Kubernetes API server that discovery calls: over TLS, it lists the pods of one namespace.</summary>
internal sealed class FakeKubernetesApi : IAsyncDisposable
{
    // In place of KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT.
    private const string HostVariable = "TEST_OF_PODS_HOST";
    private const string PortVariable = "TEST_OF_PODS_PORT";

    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _calls = [];
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly WebApplication _web;
    private readonly V1PodList _pods;

    private FakeKubernetesApi(V1PodList pods)
    {
        _pods = pods;
        _web = LocalWeb.Create(AnswerAsync, listen => listen.UseHttps(_certificate));
    }

    /// <summary>What was asked, each with its credentials.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>The settings of discovery for a pod whose service account is in a temporary folder.</summary>
    public string Hocon => $$"""
        akka.discovery.kubernetes-api {
          api-service-host-env-name = {{HostVariable}}
          api-service-port-env-name = {{PortVariable}}
          api-token-path = "{{_folder.File("token")}}"
          api-ca-path = "{{_folder.File("ca.crt")}}"
          pod-namespace-path = "{{_folder.File("namespace")}}"
        }

        """;

    public static async Task<FakeKubernetesApi> StartAsync(params IEnumerable<V1Pod> pods)
    {
        var api = new FakeKubernetesApi(new V1PodList { ApiVersion = "v1", Kind = "PodList", Metadata = new V1ListMeta(), Items = [.. pods] });
        await api._web.StartAsync();
        api._folder.Write("token", "the-token");
        api._folder.Write("namespace", "cafe");
        api._folder.Write("ca.crt", api._certificate.ExportCertificatePem());
        var address = new Uri(api._web.Urls.First());
        Environment.SetEnvironmentVariable(HostVariable, address.Host);
        Environment.SetEnvironmentVariable(PortVariable, $"{address.Port}");
        return api;
    }

    /// <summary>A running pod at loopback, with a port of that name.</summary>
    public static V1Pod Pod(int port, string name = "management") => new()
    {
        Metadata = new V1ObjectMeta { Name = $"pod-{port}" },
        Spec = new V1PodSpec { Containers = [new V1Container { Name = "node", Ports = [new V1ContainerPort { Name = name, ContainerPort = port }] }] },
        Status = new V1PodStatus { Phase = "Running", PodIP = "127.0.0.1", ContainerStatuses = [] },
    };

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        foreach (var variable in new[] { HostVariable, PortVariable })
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        _certificate.Dispose();
        _folder.Dispose();
    }

    private Task AnswerAsync(HttpContext call)
    {
        _calls.Enqueue($"{call.Request.Method} {Uri.UnescapeDataString(call.Request.GetEncodedPathAndQuery())} {call.Request.Headers.Authorization}");
        call.Response.ContentType = "application/json";
        return call.Response.WriteAsync(KubernetesJson.Serialize(_pods));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }
}
