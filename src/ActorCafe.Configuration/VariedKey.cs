using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration;

/// <summary>A key that takes several values in turn.</summary>
/// <param name="Text">The key as given, or the name of a stage for the size of its pool.</param>
/// <param name="Path">The full key.</param>
internal sealed record VariedKey(string Text, string Path)
{
    /// <summary>The option that names it.</summary>
    public const string Option = "--vary";

    /// <summary>Parses a key; a single word is a stage.</summary>
    /// <exception cref="InputException">The text is not a key.</exception>
    public static VariedKey Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        return new(text, PoolPath(text) ?? HoconReader.ParseAssignment(Option, $"{text}=0").Leaves().Single().Path);
    }

    /// <summary>The key of a stage's pool size; null if the text is not the name of a stage.</summary>
    internal static string? PoolPath(string text) => NameRules.IsWord(text) && !KnownKeys.Top.Contains(text)
        ? $"akka.actor.deployment.{HoconPath.Quote(DeploymentReader.Prefix + text)}.nr-of-instances"
        : null;

    /// <summary>The key with a value, as an override of all other options.</summary>
    /// <param name="value">The value as HOCON.</param>
    public Override With(string value) => new(Option, $"{Path}={value}");
}
