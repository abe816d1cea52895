using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.Node.Actors;
using ActorCafe.Node.Settings;
using ActorCafe.Node.Tests.Compose;
using k8s.Models;

namespace ActorCafe.Node.Tests.Kubernetes;

/// <summary>No cluster runs here: the tests read what Kubernetes would do from its manifests, and compare it with the settings of a node.</summary>
public sealed class ManifestTests
{
    private const string PodIP = "10.0.0.7";

    private readonly Manifests _manifests = new();

    public static TheoryData<string> Roles => ["front", "grinder", "machine"];

    [Fact]
    public void Every_kind_and_field_is_one_of_Kubernetes()
    {
        _manifests.Objects.Select(one => $"{one.Kind} {one.Metadata.Name}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "ConfigMap settings", "Deployment grinder", "Deployment machine", "Namespace actorcafe", "NetworkPolicy actorcafe", "PodDisruptionBudget actorcafe",
            "Role list-pods", "RoleBinding actorcafe-lists-pods", "Service front", "ServiceAccount actorcafe", "StatefulSet front",
        ]);
        Should.Throw<Exception>(() => Manifests.Read("apiVersion: v1\nkind: Namespace\nmetadata: { nmae: actorcafe }\n"));
    }

    [Fact]
    public void Everything_is_in_one_namespace_and_kubectl_applies_all_files()
    {
        var (resources, name) = Manifests.ReadKustomization();

        resources.Order().ShouldBe(Manifests.Files.Order());
        _manifests.The<V1Namespace>().Metadata.Name.ShouldBe(name);
        _manifests.Objects.Where(one => one is not V1Namespace).ShouldAllBe(one => one.Metadata.NamespaceProperty == name);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_pod_starts_as_a_node_of_its_role_at_its_own_address(string role)
    {
        var node = Node(role);

        node.Roles.Select(one => one.Name()).ShouldBe([role]);
        (node.Hostname, node.Discovery, node.Http.Host).ShouldBe((PodIP, ClusterDiscovery.Kubernetes, "0.0.0.0"));
        Container(role).Ports.ToDictionary(port => port.Name, port => port.ContainerPort).ShouldBe(new Dictionary<string, int>
        {
            ["actors"] = node.Port,
            ["http"] = node.Http.Port,
            ["management"] = node.Http.ManagementPort,
        });
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_variable_is_one_that_a_node_reads(string role) =>
        _manifests.Environment(role, PodIP).Keys.Where(name => !NodeVariables.Reads(name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_pod_finds_the_others_by_a_label_and_a_port_that_all_have(string role)
    {
        var akka = PodBootstrap.Defaults(Node(role)).GetConfig("akka");
        var label = akka.GetString("discovery.kubernetes-api.pod-label-selector").Replace("{0}", "actorcafe", StringComparison.Ordinal).Split('=');
        var port = akka.GetString("management.cluster.bootstrap.contact-point-discovery.port-name");

        _manifests.Pods.Values.ShouldAllBe(pod => pod.Metadata.Labels[label[0]] == label[1]);
        Container(role).Ports.Single(one => one.Name == port).ContainerPort.ShouldBe(Node(role).Http.ManagementPort);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_pod_may_list_pods_and_do_nothing_else(string role)
    {
        var account = _manifests.The<V1ServiceAccount>().Metadata.Name;
        var binding = _manifests.The<V1RoleBinding>();
        var list = _manifests.The<V1Role>();

        _manifests.Pods[role].Spec.ServiceAccountName.ShouldBe(account);
        var subject = binding.Subjects.ShouldHaveSingleItem();
        (subject.Kind, subject.Name, subject.NamespaceProperty).ShouldBe(("ServiceAccount", account, list.Metadata.NamespaceProperty));
        (binding.RoleRef.ApiGroup, binding.RoleRef.Kind, binding.RoleRef.Name).ShouldBe(("rbac.authorization.k8s.io", "Role", list.Metadata.Name));
        var rule = list.Rules.ShouldHaveSingleItem();
        (string.Join(' ', rule.ApiGroups), string.Join(' ', rule.Resources), string.Join(' ', rule.Verbs)).ShouldBe(("", "pods", "list"));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Probes_ask_the_management_port(string role)
    {
        var node = Container(role);

        (node.ReadinessProbe.HttpGet.Path, node.ReadinessProbe.HttpGet.Port.Value).ShouldBe(("/ready", "management"));
        (node.LivenessProbe.HttpGet.Path, node.LivenessProbe.HttpGet.Port.Value).ShouldBe(("/live", "management"));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_pod_runs_without_rights_within_limits_and_has_time_to_leave(string role)
    {
        var pod = _manifests.Pods[role].Spec;
        var node = Container(role);

        (pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.SeccompProfile.Type).ShouldBe((true, "RuntimeDefault"));
        (node.SecurityContext.AllowPrivilegeEscalation, node.SecurityContext.ReadOnlyRootFilesystem).ShouldBe((false, true));
        node.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"]);
        pod.Volumes.Single(volume => volume.Name == node.VolumeMounts.Single(mount => mount.MountPath == "/tmp").Name).EmptyDir.ShouldNotBeNull();
        node.Resources.Requests.Keys.Order().ShouldBe(["cpu", "memory"]);
        node.Resources.Limits.Keys.ShouldBe(["memory"]);
        var times = new NodeTimeouts();
        TimeSpan.FromSeconds(pod.TerminationGracePeriodSeconds!.Value).ShouldBeGreaterThan(2 * (times.Leave + times.CloseHttp + times.FlushTelemetry));
    }

    [Fact]
    public void There_is_one_front_and_its_book_is_on_a_volume()
    {
        var front = _manifests.The<V1StatefulSet>();

        (front.Spec.Replicas, front.Spec.ServiceName).ShouldBe((1, _manifests.The<V1Service>().Metadata.Name));
        var book = front.Spec.VolumeClaimTemplates.ShouldHaveSingleItem().Metadata.Name;
        Container("front").VolumeMounts.Single(mount => mount.Name == book).MountPath.ShouldBe(_manifests.Environment("front", PodIP)[NodeVariables.Data]);
    }

    [Fact]
    public void Every_selector_selects_the_pods_it_is_for()
    {
        var labels = _manifests.Pods.ToDictionary(pod => pod.Key, pod => pod.Value.Metadata.Labels);

        Selected(_manifests.The<V1Service>().Spec.Selector).ShouldBe(["front"]);
        Selected(_manifests.The<V1StatefulSet>().Spec.Selector.MatchLabels).ShouldBe(["front"]);
        foreach (var deployment in _manifests.Objects.OfType<V1Deployment>())
        {
            Selected(deployment.Spec.Selector.MatchLabels).ShouldBe([deployment.Metadata.Name]);
            Selected(deployment.Spec.Template.Spec.TopologySpreadConstraints.ShouldHaveSingleItem().LabelSelector.MatchLabels).ShouldBe([deployment.Metadata.Name]);
        }

        Selected(_manifests.The<V1PodDisruptionBudget>().Spec.Selector.MatchLabels).ShouldBe(labels.Keys);
        Selected(_manifests.The<V1NetworkPolicy>().Spec.PodSelector.MatchLabels).ShouldBe(labels.Keys);

        IEnumerable<string> Selected(IDictionary<string, string> selector) => labels.Where(pod => selector.All(pod.Value.Contains)).Select(pod => pod.Key);
    }

    [Fact]
    public void Only_the_cafes_own_pods_reach_the_ports_of_actors_and_management()
    {
        var policy = _manifests.The<V1NetworkPolicy>().Spec;

        policy.PolicyTypes.ShouldBe(["Ingress"]);
        policy.Ingress.Where(rule => rule.FromProperty is null).SelectMany(rule => rule.Ports).Select(port => port.Port.Value).ShouldBe(["http"]);
        var inside = policy.Ingress.Single(rule => rule.FromProperty is not null);
        inside.Ports.Select(port => port.Port.Value).ShouldBe(["actors", "management"]);
        inside.FromProperty.ShouldHaveSingleItem().PodSelector.MatchLabels.ShouldBe(policy.PodSelector.MatchLabels);
        _manifests.The<V1Service>().Spec.Ports.ShouldHaveSingleItem().TargetPort.Value.ShouldBe("http");
    }

    [Fact]
    public void There_are_as_many_pods_as_have_to_see_each_other_to_form_a_cluster()
    {
        var needed = int.Parse(_manifests.The<V1ConfigMap>().Data["AKKA__MANAGEMENT__CLUSTER__BOOTSTRAP__CONTACT_POINT_DISCOVERY__REQUIRED_CONTACT_POINT_NR"], null);

        needed.ShouldBe(_manifests.Pods.Count);
        _manifests.Objects.OfType<V1Deployment>().ShouldAllBe(deployment => deployment.Spec.Replicas >= 1 && deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value == "0");
    }

    private V1Container Container(string role) => _manifests.Pods[role].Spec.Containers.ShouldHaveSingleItem();

    /// <summary>The settings of a pod's node, by its command line and its variables.</summary>
    private NodeSettings Node(string role)
    {
        using var folder = new TempFolder();
        var environment = _manifests.Environment(role, PodIP);
        // The folder of the volume is inside the container.
        if (environment.ContainsKey(NodeVariables.Data))
        {
            environment[NodeVariables.Data] = folder.Path;
        }

        var (command, file, option, set) = Container(role).Args switch { [var a, var b, var c, var d] => (a, b, c, d), var other => throw new InvalidOperationException(string.Join(' ', other)) };
        command.ShouldBe("node");
        return NodeSettingsReader.Read(new() { Files = [Path.Combine(ComposeFile.Folder, file)], Overrides = [new(option, set)] }, environment, "pod").Settings;
    }
}
