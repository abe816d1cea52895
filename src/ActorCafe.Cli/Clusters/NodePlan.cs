namespace ActorCafe.Cli.Clusters;

/// <summary>A node that is to run.</summary>
/// <param name="Name">As people are told of it: <c>front</c>, <c>machine node 2</c> (a machine-2 is a coffee machine).</param>
/// <param name="Role">Its role.</param>
/// <param name="Arguments">The program's arguments.</param>
internal sealed record NodePlan(string Name, string Role, IReadOnlyList<string> Arguments);
