using System.Globalization;

namespace ActorCafe.Benchmarks;

/// <summary>A command's options, each a name and a number.</summary>
internal sealed class Arguments(string[] args)
{
    /// <summary>The number after an option, or the default.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public long Number(string option, long otherwise)
    {
        var at = Array.IndexOf(args, option);
        return at < 0 || at + 1 == args.Length ? otherwise : long.Parse(args[at + 1], CultureInfo.InvariantCulture);
    }

    /// <summary>The text after an option; null without it.</summary>
    public string? Text(string option)
    {
        var at = Array.IndexOf(args, option);
        return at < 0 || at + 1 == args.Length ? null : args[at + 1];
    }
}
