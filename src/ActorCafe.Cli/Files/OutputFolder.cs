using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>
/// A folder of which all files are written, or none: each is written beside its place, and all are moved there at the end. Until then the old files stay.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Unfinished = ".unfinished";

    private readonly string _option;
    private readonly string _path;
    private readonly bool _isNew;
    private readonly List<string> _written = [];

    private OutputFolder(string option, string path, bool isNew) => (_option, _path, _isNew) = (option, path, isNew);

    /// <summary>Creates the folder and tests that it can be written to.</summary>
    /// <param name="option">The option that names the folder.</param>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">The folder cannot be created or written to.</exception>
    public static OutputFolder Open(string option, string path)
    {
        try
        {
            var folder = new OutputFolder(option, path, !Directory.Exists(path));
            Directory.CreateDirectory(path);
            var trial = Path.Combine(path, Unfinished);
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return folder;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw problem is UnauthorizedAccessException
                ? new InputException(option, path, "it may not be written to", "name a folder that may be")
                : new InputException(option, path, $"it cannot be made or written to: {OutputException.Reason(problem)}", "name another folder");
        }
    }

    /// <summary>Writes a file beside its place.</summary>
    /// <exception cref="OutputException">It could not be written, for example because the disk is full.</exception>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        _written.Add(path);
        try
        {
            File.WriteAllBytes(path + Unfinished, bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(_option, path, OutputException.Reason(problem));
        }
    }

    /// <summary>Moves all files to their places, in the order in which they were written.</summary>
    /// <exception cref="OutputException">One of them could not be moved.</exception>
    public void Finish()
    {
        foreach (var path in _written)
        {
            try
            {
                File.Move(path + Unfinished, path, overwrite: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new OutputException(_option, path, OutputException.Reason(problem));
            }
        }
    }

    /// <summary>Removes what was not moved, and the folder if it was created here and is empty.</summary>
    public void Dispose()
    {
        _written.ForEach(path => File.Delete(path + Unfinished));
        if (_isNew && Directory.Exists(_path) && !Directory.EnumerateFileSystemEntries(_path).Any())
        {
            Directory.Delete(_path);
        }
    }
}
