using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>
/// An output file, opened before anything starts so that a bad path is reported at once. The old content stays until the first byte
/// is written. The first failed write is kept and thrown later: thrown at once it would hit an innocent actor.
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

    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The path.</param>
    /// <param name="giveUp">Called when a write fails, to stop the run.</param>
    /// <exception cref="InputException">The path cannot be written.</exception>
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

    /// <summary>Writes, unless an earlier write failed.</summary>
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

    /// <summary>Records a failure, such as a full disk.</summary>
    public void Fail(string problem)
    {
        _failure ??= new(_option, Path, problem);
        _giveUp?.Invoke();
    }

    /// <exception cref="OutputException">A write failed.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw _failure;
        }
    }

    /// <summary>Flushes after everything is written.</summary>
    /// <exception cref="OutputException">A write failed.</exception>
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
            // Write or Finish has reported what could not be flushed.
        }

        if (_isNew && !_begun)
        {
            File.Delete(Path);
        }
    }

    private void Fail(IOException problem) => Fail(OutputException.Reason(problem));

    private void Begin()
    {
        _begun = true;
        // A device cannot be truncated, and a pipe has no length.
        if (_stream.CanSeek && _stream.Length > 0)
        {
            _stream.SetLength(0);
        }
    }
}

/// <summary>An output file could be opened but not written, for example because the disk is full.</summary>
internal sealed class OutputException(string option, string path, string problem)
    : Exception($"{option}: {path}: could not be written: {problem}")
{
    /// <summary>The system's message without the path, which it repeats.</summary>
    public static string Reason(Exception problem) => problem.Message.Split(" : '")[0].TrimEnd('.');
}
