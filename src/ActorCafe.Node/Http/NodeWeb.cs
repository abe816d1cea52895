using System.Text.Json.Serialization;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Floor.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Extensions.Logging;

namespace ActorCafe.Node.Http;

/// <summary>Builds the HTTP side of a node.</summary>
internal static class NodeWeb
{
    public static WebApplication Build(NodeSettings settings, Serilog.ILogger log, Action<IServiceCollection> addActors, NodeTimeouts times)
    {
        // Empty, so that neither appsettings.json nor ASPNETCORE_ variables override the node's settings.
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => HttpLimits.Set(kestrel, settings.Http, times));
        Log(builder.Logging, log);
        addActors(builder.Services);
        Add(builder.Services, settings, times);
        var web = builder.Build();
        Serve(web, settings);
        return web;
    }

    private static void Log(ILoggingBuilder logging, Serilog.ILogger log)
    {
        // The node itself reports a failed start.
        logging.AddSerilog(log)
            .AddFilter<SerilogLoggerProvider>("Microsoft", LogLevel.Warning)
            .AddFilter<SerilogLoggerProvider>("Microsoft.Extensions.Hosting", LogLevel.None);
    }

    private static void Add(IServiceCollection services, NodeSettings settings, NodeTimeouts times)
    {
        services.AddSingleton(times);
        services.AddSingleton(times.Clock);
        services.AddSingleton<NodeReadiness>();
        // The command handles signals.
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = times.CloseHttp);
        if (settings.HasFloor)
        {
            services.AddSingleton(new LiveFloor(settings.Shop, times.Clock));
            services.AddSingleton<IFrontWatcher, FloorWatcher>();
        }

        services.AddRouting();
        // Otherwise the description says that a number may be a string.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(openApi => NodeOpenApi.Describe(openApi, needsKey: settings.Http.ApiKey is not null));
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = times.Request,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        });
    }

    private static void Serve(WebApplication web, NodeSettings settings)
    {
        web.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problems.OfFailure });
        web.UseStatusCodePages(Problems.OfStatus);
        web.Use(Headers);
        var actors = web.Services.GetRequiredService<INodeActors>();
        if (settings.Discovery == ClusterDiscovery.Kubernetes)
        {
            web.Use(new BootstrapApi(actors).AnswerAsync);
        }

        web.Use(ManagementPort.ServeProbesAsync);
        web.UseRouting();
        web.UseRequestTimeouts();
        if (settings.Http.ApiKey is { } key)
        {
            web.Use(new ApiKeyMiddleware(key).AskAsync);
        }

        var readiness = web.Services.GetRequiredService<NodeReadiness>();
        new HealthApi(actors, readiness).Map(web);
        web.MapOpenApi();
        new StartPage(settings).Map(web);
        if (settings.Roles.Contains(NodeRole.Front))
        {
            var orders = web.MapGroup("").WithTags("Orders");
            if (settings.Http.ApiKey is not null)
            {
                orders.ProducesProblem(StatusCodes.Status401Unauthorized);
            }

            new OrdersApi(actors, readiness, settings.Shop.Menu).Map(orders);
            if (settings.HasFloor)
            {
                FloorApi.Map(web, web.Services.GetRequiredService<LiveFloor>());
            }
        }
        else
        {
            NoFrontApi.Map(web);
        }
    }

    private static Task Headers(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
