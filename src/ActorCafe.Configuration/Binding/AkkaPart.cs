using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>The part of the configuration that goes to Akka as it stands.</summary>
internal static class AkkaPart
{
    /// <summary>Refuses slips of the pen in the first two levels; what is below, Akka knows best.</summary>
    public static void Check(Section tree)
    {
        if (tree.Find("akka")?.Section() is not { } akka)
        {
            return;
        }

        akka.CheckKeys(KnownKeys.Akka);
        akka.Find("actor")?.Section().CheckKeys(KnownKeys.AkkaActor);
    }

    /// <summary><c>akka { ... }</c>, and <c>cafe.dispatcher</c> where the user wrote one.</summary>
    public static string Text(HoconObject tree)
    {
        tree = Members.WithoutNulls(tree);
        return Block("akka", Members.At(tree, "akka")) + Block("cafe.dispatcher", Members.At(tree, "cafe", "dispatcher"));
    }

    private static string Block(string key, HoconObject? section) => section is null ? "" : $"{key} {HoconWriter.Write(section)}\n";
}
