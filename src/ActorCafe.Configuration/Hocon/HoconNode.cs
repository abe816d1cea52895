using System.Diagnostics.CodeAnalysis;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Configuration.Hocon;

/// <summary>The place where a value was written.</summary>
/// <param name="Source">A file as the user named it (or as an include reached it), or an option such as <c>--set</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="IsReference">Whether it is a default of the embedded reference.conf.</param>
/// <param name="Given">The argument of a source without keys (an option, a variable), which errors name instead of the key.</param>
internal sealed record Origin(string Source, int Line, bool IsReference = false, string? Given = null);

/// <summary>A value of a configuration.</summary>
internal abstract record HoconNode(Origin Origin);

/// <summary>A text, number or boolean: anything written on one line.</summary>
/// <param name="Text">The value without its quotes.</param>
/// <param name="Quoted">Whether any part of it was quoted.</param>
internal sealed record HoconScalar(string Text, bool Quoted, Origin Origin) : HoconNode(Origin);

/// <summary>A distribution that code gives instead of its name; no text has it.</summary>
internal sealed record HoconDistribution(Distribution Value, Origin Origin) : HoconNode(Origin);

internal sealed record HoconArray(IReadOnlyList<HoconNode> Items, Origin Origin) : HoconNode(Origin);

/// <summary>Keys and their values, in the order first written.</summary>
internal sealed record HoconObject(IReadOnlyDictionary<string, HoconNode> Members, Origin Origin) : HoconNode(Origin)
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

    /// <summary>All scalars, arrays and empty objects, with their paths.</summary>
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

// Nodes of a tree before HoconReader.Resolve.

/// <summary>Removes the earlier value of the key.</summary>
internal sealed record HoconNull(Origin Origin) : HoconNode(Origin);

/// <summary>A substitution: the value at another path, <c>${path}</c> or <c>${?path}</c>.</summary>
/// <param name="Targets">
/// The paths it may refer to: in an included file the one under the including place, and then, or only, the one from the root.
/// </param>
/// <param name="Key">The key it is assigned to, as errors show it.</param>
internal sealed record HoconReference(IReadOnlyList<HoconTarget> Targets, bool IsOptional, string Key, Origin Origin) : HoconNode(Origin);

/// <summary>A path that a substitution may refer to.</summary>
/// <param name="IsSelf">Whether it is the substitution's own key, that is, its earlier value.</param>
internal sealed record HoconTarget(IReadOnlyList<string> Path, bool IsSelf);

/// <summary>Adjacent values, including the white space between them.</summary>
internal sealed record HoconConcatenation(IReadOnlyList<HoconNode> Parts, string Key, Origin Origin) : HoconNode(Origin);

/// <summary>Values appended to the earlier list of the key.</summary>
internal sealed record HoconAppended(List<HoconNode> Items, string Key, Origin Origin) : HoconNode(Origin);

/// <summary>Values of one key, lowest precedence first, that cannot be merged before substitutions are resolved.</summary>
internal sealed record HoconLayers(List<HoconNode> Layers, Origin Origin) : HoconNode(Origin);
