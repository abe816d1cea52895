using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Values side by side: texts are joined, lists are joined, objects merge.</summary>
internal static class HoconConcat
{
    public static bool IsSpace(HoconNode part) => part is HoconScalar { Quoted: false } text && string.IsNullOrWhiteSpace(text.Text);

    /// <exception cref="InputException">They are of kinds that do not go together.</exception>
    public static HoconNode Join(IReadOnlyList<HoconNode> parts, string key, Origin origin)
    {
        if (parts.All(part => part is HoconScalar))
        {
            var texts = parts.Cast<HoconScalar>().ToArray();
            return new HoconScalar(string.Concat(texts.Select(text => text.Text)), texts.Any(text => text.Quoted), origin);
        }

        var solid = parts.Where(part => !IsSpace(part)).ToArray();
        if (solid.All(part => part is HoconArray))
        {
            return new HoconArray(solid.Cast<HoconArray>().SelectMany(list => list.Items).ToList(), origin);
        }

        return solid.All(part => part is HoconObject)
            ? HoconMerge.Objects([.. solid.Cast<HoconObject>()]) with { Origin = origin }
            : throw new InputException(origin.Source, key, string.Create(CultureInfo.InvariantCulture, $"a text, a list or an object stand side by side on line {origin.Line}"), "write one of them, or put a comma or a line end between");
    }
}
