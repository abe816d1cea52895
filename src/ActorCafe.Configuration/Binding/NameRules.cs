namespace ActorCafe.Configuration.Binding;

/// <summary>Validates the names of steps, drinks and stages, which become actor names and column headings.</summary>
internal static class NameRules
{
    // Actors of the shop itself, siblings of its stages.
    private static readonly string[] Taken = ["customers", "pick-up-counter"];

    /// <summary>Rejects a name that cannot be a column heading.</summary>
    public static void Check(ConfigEntry named, string name, string kind)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw named.Error($"{ErrorText.Shown(name)} is not a name for a {kind}", "use letters, digits, - and _");
        }
    }

    /// <summary>Rejects a name that cannot be an actor name.</summary>
    public static void CheckStage(ConfigEntry named, string name)
    {
        Check(named, name, "stage");
        if (Taken.Contains(name))
        {
            throw named.Error($"the name {ErrorText.Shown(name)} belongs to the shop itself", "give the stage another name");
        }
    }
}
