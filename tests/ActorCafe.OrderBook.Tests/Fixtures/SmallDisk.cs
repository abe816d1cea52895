namespace ActorCafe.OrderBook.Tests.Fixtures;

/// <summary>A mounted disk of a few megabytes.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk()
    {
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("cafe-disk-").FullName;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>The reason why no disk can be mounted here; null: one can.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "mounting a small disk needs root";
        }

        var folder = Directory.CreateTempSubdirectory("cafe-disk-").FullName;
        try
        {
            Shell.RunAsync("/", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder).GetAwaiter().GetResult();
            Shell.RunAsync("/", "umount", folder).GetAwaiter().GetResult();
            return null;
        }
        catch (InvalidOperationException e)
        {
            return $"a small disk cannot be mounted: {e.Message}";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    public static async Task<SmallDisk> MountAsync(int megabytes = 1)
    {
        var disk = new SmallDisk();
        await Shell.RunAsync("/", "mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path);
        return disk;
    }

    /// <summary>Leaves less free space than a page.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public Task MakeReadOnlyAsync() => Shell.RunAsync("/", "mount", "-o", "remount,ro", Path);

    public async ValueTask DisposeAsync()
    {
        await Shell.RunAsync("/", "umount", Path);
        Directory.Delete(Path);
    }
}
