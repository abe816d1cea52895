using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration;

/// <summary>A key that takes one value after the other.</summary>
/// <param name="Text">As it was given: a key, or the name of a stage for the size of its pool.</param>
/// <param name="Path">The whole key.</param>
public sealed record VariedKey(string Text, string Path)
{
    /// <summary>The option that gives one.</summary>
    public const string Option = "--vary";

    /// <summary>Reads a key; one word alone is a stage.</summary>
    /// <exception cref="InputException">It is no key.</exception>
    public static VariedKey Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !KnownKeys.Top.Contains(text))
        {
            return new(text, $"akka.actor.deployment.{HoconPath.Quote(DeploymentReader.Prefix + text)}.nr-of-instances");
        }

        return new(text, HoconReader.ParseAssignment(Option, $"{text}=0").Leaves().Single().Path);
    }

    /// <summary>The key with a value, to be read over all other options.</summary>
    /// <param name="value">As HOCON.</param>
    public Override With(string value) => new(Option, $"{Path}={value}");
}
