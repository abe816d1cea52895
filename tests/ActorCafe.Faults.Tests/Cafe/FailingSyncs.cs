using System.Diagnostics;
using System.Globalization;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>Makes every sync of a process fail with EIO, as a dying disk does, until disposed of. It traces the process for that.</summary>
internal sealed class FailingSyncs : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _tracer;
    private readonly Task _read;

    private FailingSyncs(Process tracer, Task read) => (_tracer, _read) = (tracer, read);

    /// <summary>The reason why syncs cannot be made to fail here; null: they can.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "making syncs fail needs Linux";
        }

        try
        {
            using var traced = Process.Start(new ProcessStartInfo("sleep", ["60"]))!;
            try
            {
                AttachAsync(traced.Id).GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult();
                return null;
            }
            finally
            {
                traced.Kill();
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"processes cannot be traced (apt-get install strace?): {e.Message}";
        }
    }

    public static async Task<FailingSyncs> AttachAsync(int process)
    {
        var tracer = Process.Start(new ProcessStartInfo("strace",
        [
            "-f", "-p", process.ToString(CultureInfo.InvariantCulture), "-o", "/dev/null",
            "-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO",
        ])
        { RedirectStandardError = true })!;
        try
        {
            var first = await tracer.StandardError.ReadLineAsync().WaitAsync(Patience);
            return first is not null && first.Contains("attached", StringComparison.Ordinal)
                ? new FailingSyncs(tracer, tracer.StandardError.ReadToEndAsync())
                : throw new InvalidOperationException(first ?? "strace ended");
        }
        catch
        {
            tracer.Kill();
            tracer.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // It detaches and ends by the same signal.
        NodeUnderTest.Send(_tracer.Id, Signal.Terminate);
        await _tracer.WaitForExitAsync();
        await _read;
        _tracer.Dispose();
    }
}
