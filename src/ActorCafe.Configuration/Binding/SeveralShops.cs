using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Detects files that look like shops of their own, although they are merged into one.</summary>
internal static class SeveralShops
{
    /// <summary>The question to the user.</summary>
    public const string Question = "did you mean compare?";

    private static readonly string[] Keys = ["stages", "name"];

    /// <summary>A key that belongs to one shop but is in two files; null if there is none.</summary>
    /// <param name="files">The files.</param>
    /// <param name="trees">What each of them holds, its includes too.</param>
    public static InputException? Of(IReadOnlyList<IHoconSource> files, IReadOnlyList<HoconObject> trees)
    {
        foreach (var key in Keys)
        {
            var giving = files.Where((_, file) => trees[file].TryGet(["cafe", key], out var _)).ToList();
            if (giving.Count > 1)
            {
                return new(giving[^1].Name, $"cafe.{key}", $"{giving[0].Name} sets it too, and later files override earlier ones", Question);
            }
        }

        return null;
    }
}
