using System.Collections.Immutable;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Reads a file and all its includes, within limits.</summary>
internal sealed class HoconIncludes(bool isReference)
{
    private const int LongestChain = 50;

    // Files that each include the next one twice double the work at every step.
    private const int MostFiles = 1_000;
    private const long MostCharacters = 64 * 1024 * 1024;

    private int _files;
    private long _characters;

    public HoconObject Read(IHoconSource source) => Read(source, new IncludeContext([source], [], 0));

    /// <summary>Reads the file that an <c>include</c> at the cursor names.</summary>
    public HoconObject Include(string path, HoconCursor cursor, int line, IncludeContext place)
    {
        var source = cursor.Source.Include(path);
        if (place.Chain.Any(outer => outer.Identity == source.Identity))
        {
            var loop = string.Join(" -> ", place.Chain.Select(outer => outer.Name).Append(source.Name));
            throw cursor.Error(line, $"the include goes in a circle: {loop}", "remove one of these includes");
        }

        if (place.Chain.Length >= LongestChain || _files >= MostFiles || _characters > MostCharacters)
        {
            throw cursor.Error(line, "files include one another too many times", "write fewer includes");
        }

        try
        {
            return Read(source, place with { Chain = place.Chain.Add(source) });
        }
        catch (InputException error) when (error.IsUnreadable(source.Name))
        {
            throw cursor.Error(line, $"include \"{path}\": {error.Problem} ({source.Name})", "name a file beside this one");
        }
    }

    private HoconObject Read(IHoconSource source, IncludeContext place)
    {
        var text = HoconText.Check(source.ReadText(), source.Name);
        _files++;
        _characters += text.Length;
        return new HoconParser(new HoconCursor(text, source, isReference), place, this).ParseRoot();
    }
}

/// <summary>Where an included text belongs.</summary>
/// <param name="Chain">The sources that include this one, outermost first, and itself.</param>
/// <param name="Path">The keys of the object it is read into.</param>
/// <param name="Depth">The number of enclosing brackets.</param>
internal sealed record IncludeContext(ImmutableArray<IHoconSource> Chain, ImmutableArray<string> Path, int Depth);
