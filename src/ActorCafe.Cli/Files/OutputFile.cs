using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>
/// A file that will be written: opened before anything starts, so that a path that cannot be is known at once; what it
/// held before stays until the first byte is written.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _option;
    private readonly FileStream _stream;
    private readonly bool _isNew;
    private bool _begun;

    private OutputFile(string option, string path, FileStream stream, bool isNew) =>
        (_option, Path, _stream, _isNew) = (option, path, stream, isNew);

    public string Path { get; }

    /// <exception cref="InputException">Nothing can be written there.</exception>
    public static OutputFile Open(string option, string path)
    {
        if (path.Length == 0)
            throw new InputException(option, "no name", "it is empty", "name a file");
        if (Directory.Exists(path))
            throw new InputException(option, path, "it is a folder", "name a file");
        try
        {
            var isNew = !File.Exists(path);
            return new OutputFile(option, path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write), isNew);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw problem switch
            {
                DirectoryNotFoundException => new InputException(option, path, "its folder does not exist", "make the folder first, or name another file"),
                UnauthorizedAccessException => new InputException(option, path, "it may not be written", "name a file that may be"),
                _ => new InputException(option, path, $"it cannot be opened: {problem.Message}", "name a file that can be"),
            };
        }
    }

    /// <exception cref="OutputException">The disk is full, or the like.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (!_begun)
                Begin();
            _stream.Write(bytes);
        }
        catch (IOException problem)
        {
            throw Failed(problem);
        }
    }

    /// <summary>All is written.</summary>
    /// <exception cref="OutputException">The disk is full, or the like.</exception>
    public void Finish()
    {
        Write([]);
        try
        {
            _stream.Flush();
        }
        catch (IOException problem)
        {
            throw Failed(problem);
        }
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be flushed was reported by Write or Finish.
        }

        if (_isNew && !_begun)
            File.Delete(Path);
    }

    // The system's message names the path again.
    private OutputException Failed(IOException problem) => new(_option, Path, problem.Message.Split(" : '")[0]);

    private void Begin()
    {
        _begun = true;
        // A device has no length to cut, and a pipe cannot even be asked.
        if (_stream.CanSeek && _stream.Length > 0)
            _stream.SetLength(0);
    }
}
