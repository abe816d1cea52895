using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Stores the rows of parallel replications in one unnamed file beside the target until they are copied there in order. A file per
/// replication would exhaust the handles.
/// </summary>
internal sealed class SpillFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly List<(int Replication, long Offset, int Length)> _parts = [];

    private SpillFile(FileStream stream) => _stream = stream;

    /// <exception cref="InputException">No file can be created there.</exception>
    public static SpillFile Beside(string path)
    {
        var name = $"{path}.parts";
        for (var n = 2; File.Exists(name); n++)
        {
            name = $"{path}.parts{n}";
        }

        try
        {
            var stream = new FileStream(
                name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
            // Outside Windows an open file may be unlinked, so nothing is left behind however the process ends.
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(name);
            }

            return new SpillFile(stream);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                "--csv", path, "several replications need room for a file beside it, and none can be made", "name a file in a folder of your own");
        }
    }

    public void Add(int replication, ReadOnlySpan<byte> rows)
    {
        _parts.Add((replication, _stream.Position, rows.Length));
        _stream.Write(rows);
    }

    /// <summary>Copies all rows in order of replication.</summary>
    public void CopyTo(OutputFile target)
    {
        var chunk = new byte[1 << 16];
        foreach (var (_, offset, length) in _parts.OrderBy(part => part.Replication))
        {
            _stream.Position = offset;
            for (var left = length; left > 0;)
            {
                var read = _stream.Read(chunk, 0, Math.Min(left, chunk.Length));
                if (read == 0)
                {
                    throw new EndOfStreamException($"{target.Path}: its parts are gone");
                }

                target.Write(chunk.AsSpan(0, read));
                left -= read;
            }
        }
    }

    public void Dispose() => _stream.Dispose();
}
