using System.Diagnostics;
using System.Text.Json;
using ActorCafe.Containers.Tests.Fixtures;

namespace ActorCafe.Containers.Tests;

/// <summary>What <c>dotnet publish</c> takes: the image and the tool are made of it.</summary>
public sealed class PublishTests
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public async Task What_is_published_is_what_was_built()
    {
        var project = Path.Combine(Docker.Repository, "src", "ActorCafe.Cli");
        var built = Path.Combine(project, "bin", Configuration, "net10.0");

        var published = await PublishedAsync(project);

        published.Keys.ShouldContain("actorcafe.dll");
        published.Keys.ShouldContain("Akka.dll");
        published.Where(file => IsAnother(file.Value, Path.Combine(built, file.Key))).Select(file => file.Key).ShouldBeEmpty();
    }

    // What the shared framework has is in neither in the end; the build has left it out already.
    private static bool IsAnother(string source, string built) =>
        Path.GetExtension(built) == ".dll" && File.Exists(built) && !File.ReadAllBytes(source).AsSpan().SequenceEqual(File.ReadAllBytes(built));

    /// <summary>Asks the build for the files it would publish: where each is taken from, by where it would be put.</summary>
    private static async Task<Dictionary<string, string>> PublishedAsync(string project)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", project, "-nodeReuse:false", $"-p:Configuration={Configuration}", "-p:NoBuild=true", "-t:ComputeResolvedFilesToPublishList", "-getItem:ResolvedFileToPublish"])
        {
            RedirectStandardOutput = true,
        };
        // Of the test host, not of the SDK.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildExtensionsPath");
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, answer);
        return JsonDocument.Parse(answer).RootElement.GetProperty("Items").GetProperty("ResolvedFileToPublish").EnumerateArray()
            .ToDictionary(item => item.GetProperty("RelativePath").GetString()!.Replace('\\', '/'), item => Path.Combine(project, item.GetProperty("Identity").GetString()!));
    }
}
