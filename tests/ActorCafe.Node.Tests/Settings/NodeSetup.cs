using ActorCafe.Configuration;
using ActorCafe.Node.Settings;

namespace ActorCafe.Node.Tests.Settings;

/// <summary>A folder of files, a command line and an environment, from which a node's settings are read.</summary>
internal sealed class NodeSetup : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("node-");
    private readonly Dictionary<string, string> _environment = [];

    public NodeArguments Arguments { get; set; } = new();

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public NodeSetup File(string text, string name = "shop.conf")
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        if (name.EndsWith(".conf", StringComparison.Ordinal))
        {
            Arguments = Arguments with { Files = [.. Arguments.Files, PathOf(name)] };
        }

        return this;
    }

    public NodeSetup Variable(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public NodeSetup Options(Func<NodeArguments, NodeArguments> change)
    {
        Arguments = change(Arguments);
        return this;
    }

    /// <summary>The settings, on a machine named counter-7; by default of a front with a data folder of its own.</summary>
    public LoadedNode Read()
    {
        var arguments = Arguments;
        if (arguments.Roles.Count == 0 && !_environment.ContainsKey(NodeVariables.Roles))
        {
            arguments = arguments with { Roles = ["front"] };
        }

        if (arguments.Data is null && !_environment.ContainsKey(NodeVariables.Data))
        {
            arguments = arguments with { Data = PathOf("data") };
        }

        return NodeSettingsReader.Read(arguments, _environment, "counter-7");
    }

    /// <summary>The error, without the folder's path.</summary>
    public string Refusal() =>
        Should.Throw<InputException>(Read).Message.Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
