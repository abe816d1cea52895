using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ActorCafe.Cli.Tests.Docs;

namespace ActorCafe.Cli.Tests;

/// <summary>The program references every assembly, so the arrows of the whole repository are checked here.</summary>
public sealed class ArchitectureTests
{
    /// <summary>
    /// Which assembly references which, from the mathematics up to the program; <c>Akka</c>, <c>console</c> and <c>network</c> stand for
    /// whole families. A new project is a new line.
    /// </summary>
    private const string House = """
        ActorCafe.Queueing:
        ActorCafe.Time: Akka
        ActorCafe.Shop: ActorCafe.Queueing ActorCafe.Time Akka
        ActorCafe.Analysis: ActorCafe.Queueing ActorCafe.Shop
        ActorCafe.Configuration: ActorCafe.Queueing ActorCafe.Shop network
        ActorCafe.Library: ActorCafe.Configuration ActorCafe.Queueing ActorCafe.Shop Akka
        ActorCafe.Import: ActorCafe.Configuration ActorCafe.Queueing
        ActorCafe.OrderBook: network
        ActorCafe.Remoting: Akka network
        ActorCafe.Pictures: ActorCafe.Analysis ActorCafe.Queueing ActorCafe.Shop
        ActorCafe.Floor: ActorCafe.Queueing ActorCafe.Shop network
        ActorCafe.Cluster: ActorCafe.OrderBook ActorCafe.Queueing ActorCafe.Remoting ActorCafe.Shop ActorCafe.Time Akka
        ActorCafe.Node: ActorCafe.Cluster ActorCafe.Configuration ActorCafe.Floor ActorCafe.OrderBook ActorCafe.Remoting ActorCafe.Shop Akka network
        actorcafe: ActorCafe.Analysis ActorCafe.Cluster ActorCafe.Configuration ActorCafe.Floor ActorCafe.Import ActorCafe.Node ActorCafe.OrderBook ActorCafe.Pictures ActorCafe.Queueing ActorCafe.Remoting ActorCafe.Shop Akka console network
        """;

    /// <summary>The actors of a shop and their clock. Every project sees them, because internals are for the whole repository.</summary>
    private static readonly string[] Backstage = ["ActorCafe.Shop.Observation", "ActorCafe.Shop.PickUp", "ActorCafe.Shop.Running", "ActorCafe.Shop.Stages", "ActorCafe.Shop.Workers", "ActorCafe.Time"];

    private static readonly Regex ActorDeclaration = new(@"\bclass \w+.*: (UntypedActor|ReceiveActor|CafeActor|Worker|Customers)\b");

    private static readonly Assembly[] Assemblies =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => IsOurs(name) && !name.EndsWith(".Tests", StringComparison.Ordinal)).Select(Assembly.Load),
    ];

    [Fact]
    public void Arrows_point_one_way()
    {
        var rows = Assemblies.Select(assembly =>
            $"{NameOf(assembly)}: {string.Join(' ', assembly.GetReferencedAssemblies().Select(name => Family(name.Name!)).OfType<string>().Distinct().Order(StringComparer.Ordinal))}".Trim());

        // An assembly that has no line comes first.
        rows.OrderBy(row => House.IndexOf(row[..(row.IndexOf(':') + 1)], StringComparison.Ordinal)).ShouldBe(House.Split('\n'));
    }

    [Fact]
    public void Only_the_cluster_works_with_the_actors_of_a_shop() => Assemblies
        .Where(assembly => NameOf(assembly) is not ("ActorCafe.Shop" or "ActorCafe.Time" or "ActorCafe.Cluster"))
        .SelectMany(assembly => NamespacesUsedBy(assembly).Intersect(Backstage).Select(used => $"{NameOf(assembly)}: {used}"))
        .ShouldBeEmpty();

    /// <summary>What Akka.NET or a generator names is not ours to name.</summary>
    [Fact]
    public void No_two_types_have_one_name() => Assemblies
        .SelectMany(assembly => assembly.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith("ActorCafe", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !type.IsAssignableTo(typeof(Google.Protobuf.IMessage))))
        .GroupBy(type => type.Name).Where(group => group.Count() > 1)
        .Select(group => string.Join(", ", group.Select(type => type.FullName)))
        .ShouldBeEmpty();

    [Fact]
    public void No_actor_is_longer_than_200_lines() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetFileName(file), Lines: File.ReadAllLines(file)))
        .Where(file => file.Lines.Length > 200 && file.Lines.Any(line => ActorDeclaration.IsMatch(line)))
        .Select(file => $"{file.Name}: {file.Lines.Length}")
        .ShouldBeEmpty();

    private static string[] NamespacesUsedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(type => metadata.GetString(metadata.GetTypeReference(type).Namespace)).Distinct()];
    }

    private static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    private static bool IsOurs(string name) => name.StartsWith("ActorCafe", StringComparison.OrdinalIgnoreCase);

    private static string? Family(string name) =>
        IsOurs(name) ? name
        : name.Split('.')[0] == "Akka" ? "Akka"
        : name == "System.Console" ? "console"
        : name.StartsWith("System.Net.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) ? "network"
        : null;
}
