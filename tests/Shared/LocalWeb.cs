using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorCafe.Tests.Shared;

/// <summary>A web server on a free port of this machine.</summary>
internal static class LocalWeb
{
    /// <summary>The server, not started yet.</summary>
    /// <param name="answer">Answers each request.</param>
    /// <param name="listen">Sets the protocol of its port; null: HTTP.</param>
    public static WebApplication Create(RequestDelegate answer, Action<ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen ?? (_ => { })));
        var web = builder.Build();
        web.Run(answer);
        return web;
    }
}
