using System.IO.Hashing;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace ActorCafe.Floor.Http;

/// <summary>A file of the page. Of scripts and styles the browser is sent neither comments nor indentation nor needless line ends, which are a third of them.</summary>
internal sealed partial record PageFile(string Type, byte[] Content, string ETag)
{
    private const string Folder = "www/";

    /// <summary>The files, by name.</summary>
    public static Dictionary<string, PageFile> All { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);

    private static PageFile Read(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var text = new StreamReader(resource);
        var content = Encoding.UTF8.GetBytes(Superfluous().Replace(text.ReadToEnd(), ""));
        return new PageFile(TypeOf(name), content, $"\"{XxHash64.HashToUInt64(content):x16}\"");
    }

    // No string or template in the files looks like a comment, or runs over several lines; and every statement ends with a semicolon or a brace.
    [GeneratedRegex(@"/\*\*.*?\*/ ?|^ *//[^\n]*\n|^\s+|(?<=[{};,(\[])\n\s*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Superfluous();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        var other => throw new InvalidOperationException($"What type is {other}?"),
    };
}
