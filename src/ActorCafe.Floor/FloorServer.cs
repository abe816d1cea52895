using System.Globalization;
using System.Net;
using ActorCafe.Floor.Clusters;
using ActorCafe.Floor.Http;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ActorCafe.Floor;

/// <summary>
/// Serves a page that shows simulated shops at work, or a cluster, to browsers of this machine. Nothing is simulated until a page asks for it.
/// </summary>
public sealed class FloorServer : IAsyncDisposable
{
    private const int MostBytesOfBody = 1024;

    private readonly WebApplication _web;
    private readonly PlayLibrary _plays;
    private FrontStream? _front;
    private string _fragment = "";

    private FloorServer(int port, Func<ShopSettings, TheoryFigure>? predict = null, int mostBytesOfBody = 0)
    {
        _plays = new((request, closing) => Play.OfAsync(request, predict, closing));
        // Empty, so that neither appsettings.json nor ASPNETCORE_ variables open it to others.
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = mostBytesOfBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _web = builder.Build();
    }

    /// <summary>The address of the page; of a cluster's page, with the key that lets it change something.</summary>
    public Uri Page => new($"{_web.Urls.First()}{FloorAnswers.Root}{_fragment}");

    /// <summary>Starts serving.</summary>
    /// <param name="shops">The shops, with different names; one or more.</param>
    /// <param name="port">The port; 0: any free one.</param>
    /// <param name="planner">Plans these shops, which are the essay's five, for the lesson; null: there is no lesson.</param>
    /// <param name="predict">What theory says about a shop, shown beside what is measured; null: nothing is said.</param>
    /// <exception cref="PortTakenException">Another program has the port.</exception>
    public static async Task<FloorServer> StartAsync(IReadOnlyList<ShopSettings> shops, int port, IStaffPlanner? planner = null, Func<ShopSettings, TheoryFigure>? predict = null)
    {
        var server = new FloorServer(port, predict);
        server._web.Run(new FloorPages(shops, server._plays, planner).AnswerAsync);
        return await StartAsync(server, port);
    }

    /// <summary>Starts serving the page of a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="port">The port; 0: any free one.</param>
    /// <exception cref="PortTakenException">Another program has the port.</exception>
    public static Task<FloorServer> StartAsync(IClusterControl cluster, int port)
    {
        var server = new FloorServer(port, mostBytesOfBody: MostBytesOfBody);
        var key = new FloorKey();
        server._fragment = $"#key={key.Text}";
        server._front = new FrontStream(cluster, server._web.Lifetime);
        server._web.Run(new ClusterPages(cluster, server._front, key).AnswerAsync);
        return StartAsync(server, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _plays.DisposeAsync();
        await _web.StopAsync();
        await _web.DisposeAsync();
        _front?.Dispose();
    }

    private static async Task<FloorServer> StartAsync(FloorServer server, int port)
    {
        try
        {
            await server._web.StartAsync();
            return server;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await server.DisposeAsync();
            throw new PortTakenException(port, problem);
        }
    }

    // The command handles signals.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Another program has the port.</summary>
public sealed class PortTakenException(int port, Exception inner)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"port {port} is in use"), inner);
