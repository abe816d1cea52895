using ActorCafe.Floor.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ActorCafe.Node.Http;

/// <summary>The page that shows the café at work. Its files need no key; what they show does.</summary>
internal static class FloorApi
{
    public const string Path = "/floor";
    public const string FactsPath = Path + "/facts";

    public static void Map(IEndpointRouteBuilder web, LiveFloor floor)
    {
        web.MapGet(FactsPath, floor.AnswerAsync).DisableRequestTimeout().ExcludeFromDescription();
        foreach (var path in new[] { Path, Path + "/{file}" })
        {
            web.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], floor.AnswerAsync).ExcludeFromDescription();
        }
    }
}
