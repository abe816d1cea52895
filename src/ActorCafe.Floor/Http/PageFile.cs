using System.IO.Hashing;
using System.Reflection;
using System.Text;

namespace ActorCafe.Floor.Http;

/// <summary>A file of the page, as it is sent to the browser.</summary>
internal sealed record PageFile(string Type, byte[] Content, string ETag)
{
    private const string Folder = "www/";

    // Made when first asked for, because a page needs a few of them.
    private static readonly Dictionary<string, Lazy<PageFile>> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => name[Folder.Length..], name => new Lazy<PageFile>(() => Shorten(name)), StringComparer.Ordinal);

    /// <summary>The file of this name; null if there is none.</summary>
    public static PageFile? Find(string name) => Files.GetValueOrDefault(name)?.Value;

    /// <summary>A file as it was written.</summary>
    public static string TextOf(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)!;
        using var text = new StreamReader(resource);
        return text.ReadToEnd();
    }

    private static PageFile Shorten(string resource)
    {
        var name = resource[Folder.Length..];
        var content = Encoding.UTF8.GetBytes(PageText.Shorten(name, TextOf(name)));
        return new PageFile(TypeOf(name), content, $"\"{XxHash64.HashToUInt64(content):x16}\"");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        var other => throw new InvalidOperationException($"What type is {other}?"),
    };
}
