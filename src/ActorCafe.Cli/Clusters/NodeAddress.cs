using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Clusters;

/// <param name="Actors">As the members of the cluster know the node: <c>akka.tcp://actorcafe@127.0.0.1:4053</c>.</param>
/// <param name="Http">Where it serves HTTP.</param>
internal sealed partial record NodeAddress(string Actors, Uri Http)
{
    /// <summary>Reads what a node says when it is up; null: the line says something else.</summary>
    public static NodeAddress? Read(string line) =>
        Up().Match(line) is { Success: true } match ? new(match.Groups["actors"].Value, new(match.Groups["http"].Value)) : null;

    [GeneratedRegex(@"\A[a-z, ]+ up: (?<actors>akka\S*://\S+), (?<http>http://\S+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Up();
}
