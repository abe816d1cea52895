using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Cli.NewShops;

/// <summary>A complete shop to start from.</summary>
/// <param name="Name">Its name, which is also that of the file in <c>hocon/examples</c>.</param>
/// <param name="Target">A target that <c>plan</c> meets.</param>
internal sealed record ShopTemplate(string Name, string Target)
{
    public const string Option = "--from";

    public static IReadOnlyList<ShopTemplate> All { get; } =
    [
        new("cafe", "p95 < 6m"),
        new("clinic", "p95 < 90m"),
        new("build-queue", "p50 < 30m"),
        new("call-centre", "wait(calls) < 20s"),
        new("kitchen", "p95 < 25m"),
    ];

    /// <summary>The names of all templates.</summary>
    public static string Names => string.Join(", ", All.Select(template => template.Name));

    /// <summary>Finds a template, also in the usual other spellings of its name.</summary>
    /// <exception cref="InputException">There is no such template.</exception>
    public static ShopTemplate Find(string name)
    {
        var plain = name.ToLowerInvariant().Replace(' ', '-').Replace('_', '-').Replace('é', 'e').Replace("center", "centre", StringComparison.Ordinal);
        return All.FirstOrDefault(template => template.Name == plain)
            ?? throw new InputException(Option, name, "there is no such template", $"use one of {Names}");
    }

    /// <summary>The text of a shop with another name.</summary>
    public string Text(string name) => ShopFiles.EmbeddedText($"examples/{Name}.conf")
        .Replace($"  name = {Name}\n", $"  name = {HoconPath.InQuotes(name)}\n", StringComparison.Ordinal);
}
