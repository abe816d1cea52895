using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Cluster.Membership;

/// <summary>
/// The other members as this node last knew them, in a file of its data folder. A restarted node also tries to join them. Otherwise a node
/// that is its own seed node would form a second cluster beside the existing one.
/// </summary>
/// <param name="folder">The node's data folder; empty: nothing is stored.</param>
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
            // There is no file, or it cannot be read: only the configured seed nodes are left.
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file could not be written.</exception>
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
