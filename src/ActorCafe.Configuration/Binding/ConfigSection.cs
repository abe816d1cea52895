using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>An object of the configuration and its path.</summary>
internal sealed class ConfigSection(HoconObject node, string path)
{
    /// <summary>The section as a value.</summary>
    public ConfigEntry Self { get; } = new(path, path[(path.LastIndexOf('.') + 1)..], node);

    /// <summary>The members, in the order of the file.</summary>
    public IEnumerable<ConfigEntry> Entries => node.Members.Where(member => member.Value is not HoconNull).Select(member => At(member.Key, member.Value));

    /// <summary>A member; null if it is missing or removed by <c>= null</c>.</summary>
    public ConfigEntry? Find(string key) =>
        node.Members.TryGetValue(key, out var value) && value is not HoconNull ? At(key, value) : null;

    /// <summary>A required member.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="remedy">The remedy if it is missing.</param>
    /// <param name="because">The entry that requires it, if not the section itself.</param>
    public ConfigEntry Need(string key, string remedy, ConfigEntry? because = null) =>
        Find(key) ?? throw At(key, Removed(key) ?? (because ?? Self).Node).Error("the key is missing", remedy, because: Self);

    /// <summary>As above, with a remedy that is computed only if needed.</summary>
    public ConfigEntry Need(string key, Func<string> remedy) => Find(key) ?? Need(key, remedy());

    /// <summary>Rejects unknown keys.</summary>
    public void CheckKeys(IReadOnlyCollection<string> known)
    {
        foreach (var entry in Entries.Where(entry => !known.Contains(entry.Key)))
        {
            throw entry.Error("unknown key", ErrorText.Instead(entry.Key, known));
        }
    }

    private HoconNode? Removed(string key) => node.Members.GetValueOrDefault(key);

    private ConfigEntry At(string key, HoconNode value) => new(path.Length == 0 ? HoconPath.Quote(key) : $"{path}.{HoconPath.Quote(key)}", key, value);
}
