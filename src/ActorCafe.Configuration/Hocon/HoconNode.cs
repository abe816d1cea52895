using System.Diagnostics.CodeAnalysis;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Where a value was written.</summary>
/// <param name="Source">A file as the user named it (or as an include reached it), or an option such as <c>--set</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="IsReference">Whether it is a default of the embedded reference.conf.</param>
/// <param name="Given">What was given, where the source has no keys (an option, a variable): errors name it in place of the key.</param>
public sealed record Origin(string Source, int Line, bool IsReference = false, string? Given = null);

/// <summary>A value of a configuration.</summary>
public abstract record HoconNode(Origin Origin);

/// <summary>A text, a number, a switch: anything written on one line.</summary>
/// <param name="Text">The value without its quotes.</param>
/// <param name="Quoted">Whether any part of it was quoted.</param>
public sealed record HoconScalar(string Text, bool Quoted, Origin Origin) : HoconNode(Origin);

public sealed record HoconArray(IReadOnlyList<HoconNode> Items, Origin Origin) : HoconNode(Origin);

/// <summary>Keys and their values, in the order of first writing.</summary>
public sealed record HoconObject(IReadOnlyDictionary<string, HoconNode> Members, Origin Origin) : HoconNode(Origin)
{
    /// <summary>The value at a path of keys.</summary>
    public bool TryGet(ReadOnlySpan<string> path, [NotNullWhen(true)] out HoconNode? node)
    {
        node = this;
        foreach (var key in path)
        {
            if (node is not HoconObject inner || !inner.Members.TryGetValue(key, out node))
            {
                node = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>All scalars and arrays (and empty objects), each with its path.</summary>
    public IEnumerable<(string Path, HoconNode Node)> Leaves()
    {
        foreach (var (key, node) in Members)
        {
            var path = HoconPath.Quote(key);
            if (node is HoconObject { Members.Count: > 0 } inner)
            {
                foreach (var (rest, leaf) in inner.Leaves())
                {
                    yield return ($"{path}.{rest}", leaf);
                }
            }
            else
            {
                yield return (path, node);
            }
        }
    }
}
