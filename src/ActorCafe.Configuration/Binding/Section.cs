using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>An object of the configuration and its path.</summary>
internal sealed class Section(HoconObject node, string path)
{
    /// <summary>The section itself, as a value.</summary>
    public Entry Self { get; } = new(path, path[(path.LastIndexOf('.') + 1)..], node);

    /// <summary>Its members, in the order of the file.</summary>
    public IEnumerable<Entry> Entries => node.Members.Where(member => member.Value is not HoconNull).Select(member => At(member.Key, member.Value));

    /// <summary>A member, or null where there is none, or where a user removed it with <c>= null</c>.</summary>
    public Entry? Find(string key) =>
        node.Members.TryGetValue(key, out var value) && value is not HoconNull ? At(key, value) : null;

    /// <summary>A member that has to be there.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="remedy">What to write.</param>
    /// <param name="because">The entry that makes it needed, if not the section itself.</param>
    public Entry Need(string key, string remedy, Entry? because = null) =>
        Find(key) ?? throw At(key, Removed(key) ?? (because ?? Self).Node).Error("the key is missing", remedy, because: Self);

    /// <summary>As the other, with a remedy that takes work to find.</summary>
    public Entry Need(string key, Func<string> remedy) => Find(key) ?? Need(key, remedy());

    /// <summary>Refuses keys that nothing knows.</summary>
    public void CheckKeys(IReadOnlyCollection<string> known)
    {
        foreach (var entry in Entries.Where(entry => !known.Contains(entry.Key)))
        {
            throw entry.Error("nothing knows this key", Words.Instead(entry.Key, known));
        }
    }

    private HoconNode? Removed(string key) => node.Members.GetValueOrDefault(key);

    private Entry At(string key, HoconNode value) => new(path.Length == 0 ? HoconPath.Quote(key) : $"{path}.{HoconPath.Quote(key)}", key, value);
}
