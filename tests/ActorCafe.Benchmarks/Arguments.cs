using System.Globalization;

namespace ActorCafe.Benchmarks;

/// <summary>The options of a command, as pairs of name and value.</summary>
internal sealed class Arguments
{
    private readonly string[] _args;

    /// <param name="args">The command line.</param>
    /// <param name="usage">The usage text, with each valid option in brackets.</param>
    /// <exception cref="UsageException">An option is unknown or has no value.</exception>
    public Arguments(string[] args, string usage)
    {
        _args = args;
        for (var at = 0; at < args.Length; at += 2)
        {
            if (!usage.Contains($"[{args[at]} ", StringComparison.Ordinal))
            {
                throw new UsageException($"{args[at]}: there is no such option; write {usage}");
            }

            if (at + 1 == args.Length)
            {
                throw new UsageException($"{args[at]}: nothing follows; write {usage}");
            }
        }
    }

    /// <summary>The number after an option, or the default.</summary>
    /// <exception cref="UsageException">The value is not an integer of at least <paramref name="least"/>.</exception>
    public long Number(string option, long otherwise, long least = 1)
    {
        if (Text(option) is not { } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new UsageException($"{option}: '{text}' is out of range; write a whole number, {least} or more");
    }

    /// <summary>The text after an option; null without it.</summary>
    public string? Text(string option)
    {
        var at = Array.IndexOf(_args, option);
        return at < 0 ? null : _args[at + 1];
    }
}
