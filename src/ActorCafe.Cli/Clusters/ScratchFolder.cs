namespace ActorCafe.Cli.Clusters;

/// <summary>A folder for what need not last.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorcafe-cluster-");

    public string Path => _folder.FullName;

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The system clears its folder for such sometime.
        }
    }
}
