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

/// <summary>Puts the HTTP side of a node together.</summary>
internal static class NodeWeb
{
    public static WebApplication Build(NodeSettings settings, Serilog.ILogger log, Action<IServiceCollection> addActors, NodeTimes times)
    {
        // Empty: no appsettings.json and no ASPNETCORE_ variable changes a node behind its own settings.
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
        // A failed start and a probe's no are told by the node itself, in one line and in the answer.
        logging.AddSerilog(log)
            .AddFilter<SerilogLoggerProvider>("Microsoft", LogLevel.Warning)
            .AddFilter<SerilogLoggerProvider>("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter<SerilogLoggerProvider>("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    private static void Add(IServiceCollection services, NodeTimes times)
    {
        services.AddSingleton(times);
        services.AddSingleton(times.Clock);
        services.AddSingleton<NodeGate>();
        // Signals are the command's business.
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = times.ToCloseHttp);
        services.AddRouting();
        services.AddHealth();
        services.AddOpenApi(NodeOpenApi.Describe);
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = times.ToAnswer,
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
            web.Use(new ApiKeyGuard(key).AskAsync);
        }

        web.MapHealth();
        web.MapOpenApi();
        if (settings.Roles.Contains(NodeRole.Front))
        {
            new OrdersApi(web.Services.GetRequiredService<INodeActors>(), web.Services.GetRequiredService<NodeGate>(), settings.Shop.Menu).Map(web);
        }
        else
        {
            NoFront.Map(web);
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
