using System.IO.Hashing;
using System.Reflection;
using System.Text;

namespace ActorCafe.Floor.Http;

/// <summary>A file of the page, as the browser is sent it.</summary>
internal sealed record PageFile(string Type, byte[] Content, string ETag)
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
        var content = Encoding.UTF8.GetBytes(PageText.Shorten(name, text.ReadToEnd()));
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
