namespace ActorCafe.Configuration.Hocon;

/// <summary>Puts values in the place of substitutions, and drops what was hidden by null.</summary>
internal sealed class HoconResolver(HoconObject root)
{
    private readonly List<string> _path = [];
    private readonly List<string> _following = [];

    public HoconObject Resolve() => ResolveObject(root);

    private HoconObject ResolveObject(HoconObject node)
    {
        var members = new Dictionary<string, HoconNode>();
        foreach (var (key, value) in node.Members)
        {
            _path.Add(key);
            if (Resolve(value) is { } resolved)
            {
                members[key] = resolved;
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return new HoconObject(members, node.Origin);
    }

    /// <summary>The value without substitutions; null if there is none.</summary>
    private HoconNode? Resolve(HoconNode node)
    {
        switch (node)
        {
            case HoconObject inner:
                return ResolveObject(inner);
            case HoconArray list:
                return new HoconArray([.. list.Items.Select(Resolve).OfType<HoconNode>()], list.Origin);
            case HoconNull:
                return null;
            case HoconAppended appended:
                return Resolve(appended.Value) is { } only ? new HoconArray([only], appended.Origin) : null;
            case HoconConcatenation side:
                var parts = side.Parts.Select(Resolve).OfType<HoconNode>().ToArray();
                return parts.All(part => part is HoconScalar { Quoted: false } text && string.IsNullOrWhiteSpace(text.Text))
                    ? null
                    : HoconMerge.Concatenate(parts, side.Origin, _path);
            case HoconReference reference:
                return Follow(reference);
            default:
                return node;
        }
    }

    private HoconNode? Follow(HoconReference reference)
    {
        var name = HoconPath.Of(reference.Path);
        if (_following.Contains(name))
        {
            throw new InputException(reference.Origin.Source, HoconPath.Of(_path), $"${{{name}}} leads back to itself", "give one of these keys a value of its own");
        }

        _following.Add(name);
        HoconNode? found = root;
        foreach (var key in reference.Path)
        {
            if (found is HoconReference or HoconConcatenation)
            {
                found = Resolve(found);
            }

            found = (found as HoconObject)?.Members.GetValueOrDefault(key);
        }

        var value = found is null ? null : Resolve(found);
        _following.RemoveAt(_following.Count - 1);
        return value is not null || reference.IsOptional
            ? value
            : throw new InputException(reference.Origin.Source, HoconPath.Of(_path), $"${{{name}}} on line {reference.Origin.Line} stands for nothing", "name a key that has a value (environment variables are not read in files)");
    }
}
