using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>One tree of all that was written: the defaults below, the files over them in their order, the options on top.</summary>
internal static class MergedTree
{
    private const string Reference = "reference.conf";

    public static HoconObject Of(IEnumerable<IHoconSource> files, IReadOnlyList<Override> options)
    {
        var reference = HoconReader.Read(new EmbeddedSource(Reference), isReference: true);
        var merged = files.Select(file => HoconReader.Read(file)).Concat(Options.Layers(options)).Aggregate(reference, HoconReader.Merge);
        return Defaults.DropUnmeant(Provenance.Restore(HoconReader.Resolve(merged), merged));
    }
}
