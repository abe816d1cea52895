using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ActorCafe.Benchmarks.Cluster;

/// <summary>A cluster started by the command line, with its nodes.</summary>
internal sealed class RunningCluster : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;

    private RunningCluster(Process process) => _process = process;

    /// <summary>The URL at which its front accepts orders; known once it is ready.</summary>
    public Uri Front { get; private set; } = null!;

    public static RunningCluster Start(string program, IEnumerable<string> arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true })!);

    /// <summary>Completes when every machine is up.</summary>
    public async Task ReadyAsync()
    {
        // "http://127.0.0.1:8080 takes orders: ..."
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                Front = new Uri(line[..line.IndexOf(' ', StringComparison.Ordinal)]);
                break;
            }
        }

        _ = _process.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient { BaseAddress = Front };
        using var looks = new PeriodicTimer(BetweenLooks);
        while (!await MachinesAreUpAsync(http))
        {
            await looks.WaitForNextTickAsync();
        }
    }

    /// <summary>Closes the cluster and waits until it has ended.</summary>
    public async Task EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task<bool> MachinesAreUpAsync(HttpClient http)
    {
        try
        {
            var machines = (await http.GetFromJsonAsync<JsonElement>("status")).GetProperty("machines").EnumerateArray().ToList();
            return machines.Count > 0 && machines.TrueForAll(machine => machine.GetProperty("node").GetString() is { Length: > 0 });
        }
        catch (HttpRequestException)
        {
            // Not listening or not ready yet.
            return false;
        }
    }
}
