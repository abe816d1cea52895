using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>The part of the configuration that is passed to Akka.</summary>
internal static class AkkaSection
{
    /// <summary>Rejects misspelled keys in the first two levels; Akka validates those below.</summary>
    public static void Check(ConfigSection tree)
    {
        if (tree.Find("akka")?.Section() is not { } akka)
        {
            return;
        }

        akka.CheckKeys(KnownKeys.Akka);
        akka.Find("actor")?.Section().CheckKeys(KnownKeys.AkkaActor);
    }

    /// <summary><c>akka { ... }</c>, and <c>cafe.dispatcher</c> if given.</summary>
    /// <param name="tree">The configuration.</param>
    /// <param name="stages">The shop's stages. Akka knows each pool by the name of its actor.</param>
    public static string Text(HoconObject tree, IEnumerable<StageSettings> stages)
    {
        tree = HoconTree.WithoutNulls(tree);
        var actors = stages.ToDictionary(stage => DeploymentReader.Prefix + stage.Name, stage => DeploymentReader.Prefix + stage.ActorName, StringComparer.Ordinal);
        tree = HoconTree.Rename(tree, ["akka", "actor", "deployment"], key => actors.GetValueOrDefault(key, key));
        return Block("akka", HoconTree.At(tree, "akka")) + Block("cafe.dispatcher", HoconTree.At(tree, "cafe", "dispatcher"));
    }

    private static string Block(string key, HoconObject? section) => section is null ? "" : $"{key} {HoconWriter.Write(section)}\n";
}
