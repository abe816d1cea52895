using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>Microsoft Orleans: one grain per worker, all in a silo in this process.</summary>
internal sealed class OrleansChain : IChain
{
    private readonly OrleansCounter.Run _run = new();
    private readonly IHost _host;

    private OrleansChain()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_run);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0));
        _host = builder.Build();
    }

    public string Name => $"Microsoft Orleans, one-way calls in one silo (1/{OneIn} of the orders)";

    public int OneIn => 10;

    /// <summary>Creates a chain whose silo is up and whose grains are all active.</summary>
    public static async Task<OrleansChain> StartAsync()
    {
        var chain = new OrleansChain();
        await chain._host.StartAsync();
        await chain.RunAsync(orders: 100, inFlight: 1);
        return chain;
    }

    public async Task RunAsync(long orders, int inFlight)
    {
        var turnstile = new Turnstile(orders, inFlight);
        _run.Begin = new(turnstile, inFlight);
        await _host.Services.GetRequiredService<IGrainFactory>().GetGrain<IOrleansCounter>(0).BeginAsync();
        await turnstile.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Leaves Ctrl+C to the program; the default lifetime would only stop the host.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
