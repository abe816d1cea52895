using System.Collections.Immutable;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;

namespace ActorCafe.Node.Settings;

/// <summary>The names of node roles.</summary>
public static class NodeRoles
{
    private static readonly Dictionary<string, NodeRole> Roles = new(StringComparer.Ordinal)
    {
        ["front"] = NodeRole.Front,
        ["grinder"] = NodeRole.Grinder,
        ["machine"] = NodeRole.Machine,
        ["seed"] = NodeRole.Seed,
    };

    /// <summary><c>front, machine</c>.</summary>
    public static string Names(ImmutableArray<NodeRole> roles) =>
        string.Join(", ", Roles.Where(role => roles.Contains(role.Value)).Select(role => role.Key));

    internal static ImmutableArray<NodeRole> Read(NodeArguments arguments, NodeVariables variables)
    {
        ImmutableArray<NodeRole> roles = arguments.Roles.Count > 0
            ? [.. arguments.Roles.Select(role => One("--role", role))]
            : [.. variables.List(NodeVariables.Roles).Select(role => One(NodeVariables.Roles, role))];
        return roles.Length > 0 ? [.. roles.Distinct()]
            : throw new InputException("--role", "none given", "a node needs at least one role", $"write --role {Choices}, or set {NodeVariables.Roles}");
    }

    private static string Choices => $"{string.Join(", ", Roles.Keys.SkipLast(1))} or {Roles.Keys.Last()}";

    private static NodeRole One(string name, string text) =>
        Roles.TryGetValue(text, out var role) ? role
            : throw new InputException(name, text.Length == 0 ? "(empty)" : text, "there is no such role", DidYouMean.Ask(text, Roles.Keys) ?? $"write {Choices}");
}
