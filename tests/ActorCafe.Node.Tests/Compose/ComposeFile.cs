using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ActorCafe.Node.Tests.Compose;

/// <summary>docker-compose.yml as compose reads it: anchors and merges resolved, variables replaced.</summary>
internal sealed partial class ComposeFile
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Compose");

    public static string FilePath => Path.Combine(Folder, "docker-compose.yml");

    public JsonObject Root { get; } = Read();

    public IEnumerable<string> Services => Service().Select(service => service.Key);

    /// <summary>The services that are nodes of the cluster.</summary>
    public IEnumerable<string> Nodes => Service().Where(service => service.Value!["command"]?[0]?.GetValue<string>() == "node").Select(service => service.Key);

    public JsonObject Of(string service) => Service()[service]!.AsObject();

    /// <summary>A service's variables, with the defaults of the file.</summary>
    public Dictionary<string, string> Environment(string service) => (Of(service)["environment"]?.AsObject() ?? [])
        .ToDictionary(variable => variable.Key, variable => Substitution().Replace(variable.Value!.GetValue<string>(), "${default}"));

    private JsonObject Service() => Root["services"]!.AsObject();

    private static JsonObject Read()
    {
        var parser = new MergingParser(new Parser(new StringReader(File.ReadAllText(FilePath))));
        return (JsonObject)Json(new DeserializerBuilder().Build().Deserialize<object>(parser))!;
    }

    private static JsonNode? Json(object? node) => node switch
    {
        IDictionary<object, object> map => new JsonObject(map.Select(member => KeyValuePair.Create((string)member.Key, Json(member.Value)))),
        IList<object> list => new JsonArray([.. list.Select(Json)]),
        "true" or "false" => JsonValue.Create((string)node == "true"),
        null => null,
        string text => JsonValue.Create(text),
        _ => throw new InvalidOperationException($"a {node.GetType()} in a compose file"),
    };

    [GeneratedRegex(@"\$\{[A-Z_]+:-(?<default>[^}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();
}
