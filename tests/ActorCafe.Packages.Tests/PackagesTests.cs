using System.IO.Compression;

namespace ActorCafe.Packages.Tests;

/// <summary>The packages, installed and used from a folder as a user does.</summary>
public sealed class PackagesTests(Feed feed) : IClassFixture<Feed>
{
    private const long Megabyte = 1_000_000;

    // Packages of others were restored for these tests already.
    private static readonly string Restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static TheoryData<string> Libraries => [.. Packages.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_carries_its_readme_licence_documentation_and_symbols(string id)
    {
        var assembly = Packages.AssemblyOf(id);

        new[] { "README.md", "LICENSE", $"lib/net10.0/{assembly}.dll", $"lib/net10.0/{assembly}.xml" }.ShouldBeSubsetOf(Entries(feed.Package(id)));
        Entries(feed.Package(id, "snupkg")).ShouldContain($"lib/net10.0/{assembly}.pdb");
    }

    [Fact]
    public void There_are_no_other_packages() => Directory.EnumerateFiles(feed.Path, "*.nupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        .ShouldBe(Packages.Libraries.Append("ActorCafe.Tool").Select(id => Path.GetFileName(feed.Package(id))).Order(StringComparer.Ordinal));

    [Fact]
    public void The_tool_is_below_60_megabytes()
    {
        new FileInfo(feed.Package("ActorCafe.Tool")).Length.ShouldBeLessThan(60 * Megabyte);
        Entries(feed.Package("ActorCafe.Tool")).ShouldContain("README.md");
        Entries(feed.Package("ActorCafe.Tool")).ShouldContain("LICENSE");
    }

    [Fact]
    public async Task The_tool_is_installed_from_a_folder_and_runs()
    {
        using var folder = new TempFolder();
        await Feed.DotnetAsync(folder.Path, "tool", "install", "ActorCafe.Tool", "--tool-path", folder.File("bin"), "--version", feed.Version, "--source", feed.Path);

        var printed = await Feed.RunAsync(folder.Path, folder.File("bin/actorcafe"), "run", "--quiet", "--json", "-");

        printed.ShouldContain("\"shop\": \"pipeline\"");
    }

    /// <summary>The first program of the documentation, in a project that knows nothing of this repository.</summary>
    [Fact]
    public async Task A_console_program_uses_the_library_from_a_folder()
    {
        using var folder = new TempFolder();
        var program = DocumentedProgram.All.First(program => program.Page == "docs/library.md");
        folder.Write("Program.cs", program.Text);
        folder.Write("app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{feed.Path}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{folder.File("packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Restored}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ActorCafe" Version="{feed.Version}" />
                <PackageReference Include="ActorCafe.Cluster" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);

        var printed = await Feed.DotnetAsync(folder.Path, "run");

        ShownOutput.Is(program.Output!, printed).ShouldBeTrue(printed);
    }

    private static string[] Entries(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
