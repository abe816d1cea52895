using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>
/// A file that will be written: opened before anything starts, so that a path that cannot be is known at once; what it
/// held before stays until the first byte is written. The first write that fails is kept until it is asked for: thrown at once it
/// would hit an actor that did nothing wrong.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _option;
    private readonly FileStream _stream;
    private readonly bool _isNew;
    private readonly Action? _giveUp;
    private bool _begun;
    private OutputException? _failure;

    private OutputFile(string option, string path, FileStream stream, bool isNew, Action? giveUp) =>
        (_option, Path, _stream, _isNew, _giveUp) = (option, path, stream, isNew, giveUp);

    public string Path { get; }

    /// <param name="option">The option that asked for it.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="giveUp">Called when a write has failed: there is no use in going on.</param>
    /// <exception cref="InputException">Nothing can be written there.</exception>
    public static OutputFile Open(string option, string path, Action? giveUp = null)
    {
        if (path.Length == 0)
        {
            throw new InputException(option, "no name", "it is empty", "name a file");
        }

        if (Directory.Exists(path))
        {
            throw new InputException(option, path, "it is a folder", "name a file");
        }

        try
        {
            var isNew = !File.Exists(path);
            return new OutputFile(option, path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write), isNew, giveUp);
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

    /// <summary>Writes, unless a write has failed.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_failure is not null)
        {
            return;
        }

        try
        {
            if (!_begun)
            {
                Begin();
            }

            _stream.Write(bytes);
        }
        catch (IOException problem)
        {
            Fail(problem);
        }
    }

    /// <summary>What was to be written cannot be: the disk is full, or the like.</summary>
    public void Fail(string problem)
    {
        _failure ??= new(_option, Path, problem);
        _giveUp?.Invoke();
    }

    /// <exception cref="OutputException">A write has failed.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw _failure;
        }
    }

    /// <summary>All is written.</summary>
    /// <exception cref="OutputException">A write has failed.</exception>
    public void Finish()
    {
        Write([]);
        try
        {
            _stream.Flush();
        }
        catch (IOException problem)
        {
            Fail(problem);
        }

        ThrowIfFailed();
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
        {
            File.Delete(Path);
        }
    }

    // The system's message names the path again.
    private void Fail(IOException problem) => Fail(problem.Message.Split(" : '")[0]);

    private void Begin()
    {
        _begun = true;
        // A device has no length to cut, and a pipe cannot even be asked.
        if (_stream.CanSeek && _stream.Length > 0)
        {
            _stream.SetLength(0);
        }
    }
}
