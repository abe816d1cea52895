namespace ActorCafe.Configuration.Binding;

/// <summary>The names of steps, drinks and stages: they become names of actors and of columns.</summary>
internal static class Names
{
    // The shop's own actors stand beside its stages.
    private static readonly string[] Taken = ["customers", "pick-up-counter"];

    /// <summary>Refuses a name that no column could bear.</summary>
    public static void Check(Entry named, string name, string kind)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw named.Error($"{Words.Shown(name)} is not a name for a {kind}", "use letters, digits, - and _");
        }
    }

    /// <summary>Refuses a name that no actor of a stage could bear.</summary>
    public static void CheckStage(Entry named, string name)
    {
        Check(named, name, "stage");
        if (Taken.Contains(name))
        {
            throw named.Error($"the name {Words.Shown(name)} belongs to the shop itself", "give the stage another name");
        }
    }
}
