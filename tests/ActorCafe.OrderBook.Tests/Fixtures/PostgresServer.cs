namespace ActorCafe.OrderBook.Tests.Fixtures;

/// <summary>A PostgreSQL server in a temporary folder, with a socket in that folder and no port. Every commit is synced to disk.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _folder;

    private PostgresServer(string programs)
    {
        _programs = programs;
        _folder = Directory.CreateTempSubdirectory("cafe-pg-").FullName;
    }

    /// <summary>The folder of the newest installed server's programs; null: not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault()
        : null;

    public string Connection => $"Host={_folder};Username=postgres;Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(Programs ?? throw new InvalidOperationException("PostgreSQL is not installed."));
        // The server refuses to run as root.
        if (Environment.IsPrivilegedProcess)
        {
            await Shell.RunAsync("/", "chown", "postgres", server._folder);
        }

        await server.RunAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync() => RunAsync(
        "pg_ctl", "start", "-w", "-t", "120", "-D", Data, "-l", Path.Combine(_folder, "log"),
        "-o", $"-c unix_socket_directories={_folder} -c listen_addresses= -c fsync=on -c synchronous_commit=on -c max_connections=200");

    /// <summary>Stops the server at once, as a crash would; it recovers from its log at the next start.</summary>
    public Task KillAsync() => RunAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> RunAsync(string program, params string[] arguments)
    {
        program = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess
            ? Shell.RunAsync(_folder, "setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", program, .. arguments])
            : Shell.RunAsync(_folder, program, arguments);
    }
}
