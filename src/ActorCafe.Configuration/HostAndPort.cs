using System.Globalization;
using System.Net;

namespace ActorCafe.Configuration;

/// <param name="Host">A name or an address, IPv6 without brackets.</param>
/// <param name="Port">1 to 65535.</param>
internal sealed record HostAndPort(string Host, int Port)
{
    /// <summary>The form <c>host:port</c>, IPv6 in brackets.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hosts.InBrackets(Host)}:{Port}");

    /// <summary>Parses <c>host:port</c>; null with the reason if it is not valid.</summary>
    internal static HostAndPort? Read(string text, out string problem)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || text.EndsWith(']'))
        {
            problem = "it has no port";
            return null;
        }

        if (Hosts.Bare(text[..colon]) is not { } host)
        {
            problem = $"{Binding.ErrorText.Shown(text[..colon])} is not a host";
            return null;
        }

        problem = "its port is not a whole number from 1 to 65535";
        return int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? new(host, port) : null;
    }
}

/// <summary>Host names and addresses as written: IPv6 in brackets, so that a port can follow.</summary>
internal static class Hosts
{
    private const int LongestName = 253;

    public static string InBrackets(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
    }

    /// <summary>The host without brackets; null if the text is not a host.</summary>
    internal static string? Bare(string text)
    {
        if (text is ['[', .. var inner, ']'])
        {
            return inner.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(inner, out _) ? inner : null;
        }

        return text.Length is > 0 and <= LongestName && text.Split('.').All(IsLabel) && IsNameOrAddress(text) ? text : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // 256.1.1.1 and 10.1 are mistyped addresses, not names.
    private static bool IsNameOrAddress(string text) =>
        !text.All(c => char.IsAsciiDigit(c) || c == '.') || (text.Count(c => c == '.') == 3 && IPAddress.TryParse(text, out _));
}
