using ActorCafe.Cluster.Settings;
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
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => HttpLimits.Set(kestrel, settings.Http));
        Log(builder.Logging, log);
        addActors(builder.Services);
        Add(builder.Services, times);
        var web = builder.Build();
        Serve(web, settings);
        return web;
    }

    private static void Log(ILoggingBuilder logging, Serilog.ILogger log)
    {
        // The node itself reports a failed start, and the response reports a failed probe.
        logging.AddSerilog(log)
            .AddFilter<SerilogLoggerProvider>("Microsoft", LogLevel.Warning)
            .AddFilter<SerilogLoggerProvider>("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter<SerilogLoggerProvider>("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    private static void Add(IServiceCollection services, NodeTimeouts times)
    {
        services.AddSingleton(times);
        services.AddSingleton(times.Clock);
        services.AddSingleton<NodeReadiness>();
        // The command handles signals.
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = times.CloseHttp);
        services.AddRouting();
        services.AddHealth();
        services.AddOpenApi(NodeOpenApi.Describe);
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
        web.UseRouting();
        web.UseRequestTimeouts();
        if (settings.Http.ApiKey is { } key)
        {
            web.Use(new ApiKeyMiddleware(key).AskAsync);
        }

        web.MapHealth();
        web.MapOpenApi();
        if (settings.Roles.Contains(NodeRole.Front))
        {
            new OrdersApi(web.Services.GetRequiredService<INodeActors>(), web.Services.GetRequiredService<NodeReadiness>(), settings.Shop.Menu).Map(web);
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
