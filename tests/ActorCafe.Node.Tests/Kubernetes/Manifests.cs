using k8s;
using k8s.Models;
using YamlDotNet.Serialization;

namespace ActorCafe.Node.Tests.Kubernetes;

/// <summary>The manifests in deploy/kubernetes, read strictly: a field that Kubernetes does not know is an error.</summary>
internal sealed class Manifests
{
    private const string Kustomization = "kustomization.yaml";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Kubernetes");

    /// <summary>The names of all files but the kustomization.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Where(name => name != Kustomization);

    /// <summary>Everything that is deployed.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; } =
        [.. Files.SelectMany(name => Read(File.ReadAllText(Path.Combine(Folder, name)))).Cast<IKubernetesObject<V1ObjectMeta>>()];

    /// <summary>The pods' templates, by the role of their node.</summary>
    public IReadOnlyDictionary<string, V1PodTemplateSpec> Pods =>
        Objects.OfType<V1StatefulSet>().Select(set => (set.Metadata.Name, set.Spec.Template))
            .Concat(Objects.OfType<V1Deployment>().Select(deployment => (deployment.Metadata.Name, deployment.Spec.Template)))
            .ToDictionary(pod => pod.Name, pod => pod.Template);

    public T The<T>() => Objects.OfType<T>().ShouldHaveSingleItem();

    /// <summary>The list of files in the kustomization, and its namespace.</summary>
    public static (IEnumerable<string> Resources, string Namespace) ReadKustomization()
    {
        var root = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Path.Combine(Folder, Kustomization)));
        return (((List<object>)root["resources"]).Cast<string>(), (string)root["namespace"]);
    }

    /// <summary>A node's variables, as Kubernetes sets them in a pod with that address.</summary>
    public Dictionary<string, string> Environment(string role, string podIP)
    {
        var node = Pods[role].Spec.Containers.Single();
        node.EnvFrom.ShouldHaveSingleItem().ConfigMapRef.Name.ShouldBe(The<V1ConfigMap>().Metadata.Name);
        return The<V1ConfigMap>().Data.Concat(node.Env.Select(variable => KeyValuePair.Create(variable.Name, variable.Value ?? variable.ValueFrom.FieldRef.FieldPath switch
        {
            "status.podIP" => podIP,
            var other => throw new InvalidOperationException($"{other} is not known here"),
        }))).ToDictionary();
    }

    public static IEnumerable<object> Read(string text) => KubernetesYaml.LoadAllFromString(text, typeMap: null, strict: true);
}
