using System.Reflection;
using PublicApiGenerator;

namespace ActorCafe.Packages.Tests;

/// <summary>The public API of the packages is what has been approved. A change of it is a change of a file that a reviewer sees.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => [.. Packages.Libraries.Select(Packages.AssemblyOf)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_api_is_the_approved_one(string assembly)
    {
        var approved = Path.Combine(Repository.Root, "tests", "ActorCafe.Packages.Tests", "Approved", $"{assembly}.txt");

        var api = Assembly.Load(assembly).GeneratePublicApi(new() { IncludeAssemblyAttributes = false, UseDenyNamespacePrefixesForExtensionMethods = false }) + "\n";

        if (Environment.GetEnvironmentVariable("ACTORCAFE_APPROVE") == "1")
        {
            File.WriteAllText(approved, api);
        }

        api.ShouldBe(File.ReadAllText(approved), $"Approve it: ACTORCAFE_APPROVE=1 dotnet test tests/ActorCafe.Packages.Tests --filter {nameof(PublicApiTests)}");
    }
}
