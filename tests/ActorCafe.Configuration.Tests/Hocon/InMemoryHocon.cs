using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

/// <summary>HOCON files in memory, and shortcuts to read them.</summary>
internal static class InMemoryHocon
{
    public static HoconObject Read(string text, params (string Name, string Text)[] others) =>
        HoconReader.Resolve(HoconReader.Read(new MemorySource("shop.conf", [("shop.conf", text), .. others])));

    /// <summary>The tree on one line: <c>{a: 1, b: [x, y]}</c>, quoted values in quotes.</summary>
    public static string Shown(HoconNode node) => node switch
    {
        HoconObject inner => "{" + string.Join(", ", inner.Members.Select(m => $"{m.Key}: {Shown(m.Value)}")) + "}",
        HoconArray list => "[" + string.Join(", ", list.Items.Select(Shown)) + "]",
        HoconScalar { Quoted: true } text => $"\"{text.Text}\"",
        HoconScalar text => text.Text,
        _ => $"<{node.GetType().Name}>",
    };

    public static string Shown(string text, params (string Name, string Text)[] others) => Shown(Read(text, others));

    public static string Error(string text, params (string Name, string Text)[] others) =>
        Should.Throw<InputException>(() => Read(text, others)).Message;

    public static HoconNode At(this HoconObject tree, params string[] path) =>
        tree.TryGet(path, out var node) ? node : throw new KeyNotFoundException(string.Join('.', path));
}

/// <summary>A file of a folder in memory.</summary>
internal sealed class MemorySource(string name, (string Name, string Text)[] folder) : IHoconSource
{
    public string Name => name;

    public string Identity => name;

    public string ReadText() =>
        folder.FirstOrDefault(file => file.Name == name).Text
        ?? throw new InputException(name, "file", "there is no such file", "name a shop file that can be read");

    public IHoconSource Include(string path) => new MemorySource(path, folder);
}
