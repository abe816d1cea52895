namespace ActorCafe.Configuration.Hocon;

/// <summary>Paths of keys as people write them.</summary>
internal static class HoconPath
{
    public static string Of(IEnumerable<string> keys) => string.Join('.', keys.Select(Quote));

    /// <summary>A key, in quotes if it could not be read back without them.</summary>
    public static string Quote(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/') ? key : $"\"{key}\"";
}
