using System.Diagnostics;
using System.Reflection;
using ActorCafe.Cli.Commands;

namespace ActorCafe.Cli.Clustering;

/// <summary>
/// A node as a child process. It runs as long as its standard input is open: when this process ends, however it ends, the
/// child hears of it and leaves.
/// </summary>
internal sealed class ChildNode : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<bool> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _name;

    /// <param name="name">What its lines are marked with.</param>
    /// <param name="arguments">What follows <c>node</c>.</param>
    public ChildNode(string name, IEnumerable<string> arguments)
    {
        _name = name;
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] self = isHost ? [Assembly.GetEntryAssembly()!.Location] : [];
        _process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo(program, [.. self, "node", .. arguments, NodeCommand.WhileInputOpen.Name])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Pass(line.Data);
        _process.Exited += (_, _) => _up.TrySetResult(false);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Ends when the node has come up: true; or has ended before: false.</summary>
    public Task<bool> Up => _up.Task;

    public Task EndAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Asks it to leave.</summary>
    public void Close()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    /// <summary>Ends it at once, as SIGKILL does.</summary>
    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    private void Hear(string? line)
    {
        if (line?.Contains(" up: ", StringComparison.Ordinal) == true)
            _up.TrySetResult(true);
    }

    private void Pass(string? line)
    {
        if (!string.IsNullOrEmpty(line))
            Console.Error.WriteLine($"{_name}: {line}");
    }
}
