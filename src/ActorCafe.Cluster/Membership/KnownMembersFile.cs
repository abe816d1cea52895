using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Cluster.Membership;

/// <summary>
/// The other members as a node last knew them, in its data folder. A node that is started anew asks them too: else one that is
/// its own seed node would begin a cluster of its own beside that of those who lived on.
/// </summary>
/// <param name="folder">The node's data folder; empty: nothing is noted.</param>
internal sealed class KnownMembersFile(string folder)
{
    private const string Name = "members";

    public async Task<ImmutableArray<SeedNode>> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var lines = folder.Length == 0 ? [] : await File.ReadAllLinesAsync(Path.Combine(folder, Name), cancellation).ConfigureAwait(false);
            return [.. lines.Select(Parse).OfType<SeedNode>()];
        }
        catch (IOException)
        {
            // None were noted, or they cannot be read: the seed nodes of the settings are all there is.
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <exception cref="IOException">They could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They could not be written.</exception>
    public async Task WriteAsync(IEnumerable<SeedNode> members)
    {
        if (folder.Length == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, Name);
        await File.WriteAllLinesAsync(file + ".new", members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Port} {member.Host}"))).ConfigureAwait(false);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static SeedNode? Parse(string line) =>
        line.Split(' ', 2) is [var port, { Length: > 0 } host]
        && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new SeedNode(host, number)
            : null;
}
