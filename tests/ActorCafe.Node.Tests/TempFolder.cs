namespace ActorCafe.Node.Tests;

/// <summary>A folder of one test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("node-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
