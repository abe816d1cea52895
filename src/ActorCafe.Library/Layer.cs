using System.Globalization;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe;

/// <summary>
/// What one call of a <see cref="Cafe"/> sets, as configuration: so the rules and defaults are those of shop files. Errors name the call.
/// </summary>
/// <param name="Call">The call, such as <c>Stage("waiter")</c>.</param>
internal sealed record Layer(string Call)
{
    /// <summary>An object of those members that are not null.</summary>
    public HoconObject Object(params IEnumerable<(string Key, object? Value)> members) => new(
        new OrderedDictionary<string, HoconNode>(
            members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, Node(member.Key, member.Value!))), StringComparer.Ordinal),
        new Origin(Call, 1));

    /// <summary>The object at a path from the root.</summary>
    public HoconObject At(IEnumerable<string> path, HoconNode value) =>
        (HoconObject)path.Reverse().Aggregate(value, (inner, key) => Object((key, inner)));

    /// <summary>A distribution, where any may be given.</summary>
    public HoconObject? Times(Distribution? distribution) => distribution is null ? null : Object(("distribution", distribution));

    private HoconNode Node(string key, object value) => value switch
    {
        HoconNode node => node,
        Distribution distribution => new HoconDistribution(distribution, Origin(key)),
        string text => Text(key, text),
        bool flag => Text(key, flag ? "on" : "off"),
        TimeSpan time => Text(key, $"{Number((decimal)time.Ticks / TimeSpan.TicksPerSecond)}s"),
        IEnumerable<object> items => new HoconArray([.. items.Select(item => Node(key, item))], Origin(key)),
        IFormattable number => Text(key, Number(number)),
        _ => throw new ArgumentException($"{value.GetType()} has no form in a configuration.", nameof(value)),
    };

    private HoconScalar Text(string key, string text) => new(text, Quoted: true, Origin(key));

    private Origin Origin(string key) => new(Call, 1, Given: key);

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
