using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>
/// Drops defaults of reference.conf that do not apply: its coffee once the user has a menu, its grinder in a shop without one. What
/// the user wrote is never dropped: it is valid, or it is an error.
/// </summary>
internal static class UnusedDefaults
{
    public static HoconObject Drop(HoconObject tree)
    {
        tree = DropDrinks(tree);
        tree = DropStages(tree);
        tree = DropOrders(tree);
        return DropSteps(tree);
    }

    /// <summary>The default number of orders is for a shop that nothing else ends: it would cut a trace, or a day that has its end, short.</summary>
    private static HoconObject DropOrders(HoconObject tree)
    {
        if (HoconTree.At(tree, "cafe", "customers") is not { } customers)
        {
            return tree;
        }

        bool Says(string key, string none) => customers.Members.GetValueOrDefault(key) is not (null or HoconNull) and var value && (value as HoconScalar)?.Text != none;
        var isTrace = customers.TryGet(["arrivals", "process"], out var process) && process is HoconScalar { Text: "trace" };
        var endsOtherwise = isTrace || Says("until", "unlimited") || Says("stop-at", "none");
        return endsOtherwise ? HoconTree.Keep(tree, ["cafe", "customers"], (key, value) => key != "orders" || !Provenance.IsReferenceOnly(value)) : tree;
    }

    private static HoconObject DropDrinks(HoconObject tree) =>
        HoconTree.At(tree, "cafe", "menu") is { } menu && !menu.Members.Values.All(Provenance.IsReferenceOnly)
            ? HoconTree.Keep(tree, ["cafe", "menu"], (_, drink) => !Provenance.IsReferenceOnly(drink))
            : tree;

    private static HoconObject DropStages(HoconObject tree)
    {
        var stages = Texts(HoconTree.At(tree, "cafe"), "stages").ToHashSet(StringComparer.Ordinal);
        tree = HoconTree.Keep(tree, ["cafe", "stage"], (name, stage) => stages.Contains(name) || !Provenance.IsReferenceOnly(stage));
        return HoconTree.Keep(tree, ["akka", "actor", "deployment"], (path, pool) =>
            stages.Any(stage => path == DeploymentReader.Prefix + stage) || !Provenance.IsReferenceOnly(pool));
    }

    private static HoconObject DropSteps(HoconObject tree)
    {
        var used = Objects(HoconTree.At(tree, "cafe", "menu")).SelectMany(drink => Texts(drink, "steps"))
            .Concat(Objects(HoconTree.At(tree, "cafe", "stage")).SelectMany(stage => Texts(stage, "performs")))
            .ToHashSet(StringComparer.Ordinal);
        return HoconTree.Keep(tree, ["cafe", "step"], (name, step) => used.Contains(name) || !Provenance.IsReferenceOnly(step));
    }

    private static IEnumerable<HoconObject> Objects(HoconObject? section) => section?.Members.Values.OfType<HoconObject>() ?? [];

    private static IEnumerable<string> Texts(HoconObject? section, string key) =>
        section is not null && section.Members.TryGetValue(key, out var value) && value is HoconArray list
            ? list.Items.OfType<HoconScalar>().Select(item => item.Text)
            : [];
}
