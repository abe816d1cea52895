using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>One tree of all that was written: the defaults below, the files over them in their order, the options on top.</summary>
internal static class MergedTree
{
    private const string Reference = "reference.conf";

    public static HoconObject Of(IEnumerable<IHoconSource> files, IReadOnlyList<Override> options) => Of(files, [], options, []);

    /// <param name="files">The files, a later one over an earlier one.</param>
    /// <param name="variables">What goes over the files.</param>
    /// <param name="options">The shared options, over that.</param>
    /// <param name="named">Options that stand for one key, over all.</param>
    public static HoconObject Of(IEnumerable<IHoconSource> files, IEnumerable<GivenKey> variables, IReadOnlyList<Override> options, IEnumerable<GivenKey> named)
    {
        var reference = HoconReader.Read(new EmbeddedSource(Reference), isReference: true);
        var merged = files.Select(file => HoconReader.Read(file))
            .Concat(variables.Select(given => given.Layer))
            .Concat(Options.Layers(options))
            .Concat(named.Select(given => given.Layer))
            .Aggregate(reference, HoconReader.Merge);
        return Defaults.DropUnmeant(Provenance.Restore(HoconReader.Resolve(merged), merged));
    }
}
