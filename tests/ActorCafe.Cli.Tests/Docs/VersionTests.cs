using ActorCafe.Cli.Tests.Processes;

namespace ActorCafe.Cli.Tests.Docs;

public sealed class VersionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_program_has_the_version_of_the_newest_release_in_the_changelog()
    {
        var released = Repository.Lines("CHANGELOG.md").First(line => line.StartsWith("## [", StringComparison.Ordinal) && char.IsDigit(line[4]));

        var (_, version, _) = await CafeProcess.RunAsync(_folder, "--version");

        version.Trim().Split('+')[0].ShouldBe(released[4..released.IndexOf(']', StringComparison.Ordinal)]);
    }

    public void Dispose() => _folder.Dispose();
}
