using System.Text;
using System.Text.RegularExpressions;

namespace ActorCafe.Floor.Embedding;

/// <summary>
/// Turns modules into one script, for a page that cannot load files: each module becomes a function that returns its exports, and comes after those that it
/// imports. Covers what the page's modules use: named imports from files beside them, and exports of declarations that are never assigned anew.
/// </summary>
internal static partial class ScriptBundle
{
    /// <param name="entry">The file that starts the script.</param>
    /// <param name="read">The text of a file.</param>
    /// <exception cref="InvalidOperationException">A module uses something else, or modules import each other.</exception>
    public static string Of(string entry, Func<string, string> read)
    {
        var script = new StringBuilder();
        var added = new HashSet<string>();
        Add(entry, []);
        return script.ToString();

        void Add(string file, string[] importers)
        {
            if (importers.Contains(file))
            {
                throw new InvalidOperationException($"{file} imports itself: {string.Join(", ", importers)}");
            }

            if (added.Contains(file))
            {
                return;
            }

            var text = read(file);
            foreach (var imported in Import().Matches(text).Concat(LateImport().Matches(text)))
            {
                Add(imported.Groups["file"].Value, [.. importers, file]);
            }

            added.Add(file);
            script.Append(Wrap(file, text));
        }
    }

    private static string Wrap(string file, string text)
    {
        var exports = Export().Matches(text).Select(export => export.Groups["name"].Value);
        var body = Import().Replace(text, import => $"const {{{import.Groups["names"].Value.Replace(" as ", ":", StringComparison.Ordinal)}}}={Variable(import.Groups["file"].Value)};");
        body = LateImport().Replace(Export().Replace(body, "${kept}"), import => $"Promise.resolve({Variable(import.Groups["file"].Value)})");
        return Other().Match(body) is { Success: true } other
            ? throw new InvalidOperationException($"{file}: cannot be bundled: {other.Value}")
            : $"const {Variable(file)}=(()=>{{{body.Trim()}\nreturn {{{string.Join(',', exports)}}}}})();\n";
    }

    private static string Variable(string file) => $"${Path.GetFileNameWithoutExtension(file).Replace('-', '_')}";

    [GeneratedRegex(@"(?<=^|[;}])\s*import\s*\{(?<names>[^}]*)\}\s*from\s*['""]\./(?<file>[\w-]+\.js)['""];?", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"\bimport\(['""]\./(?<file>[\w-]+\.js)['""]\)", RegexOptions.ExplicitCapture)]
    private static partial Regex LateImport();

    [GeneratedRegex(@"(?<=(^|[;}])\s*)export (?<kept>(const|class|(async )?function\*?) (?<name>[\w$]+))", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Export();

    [GeneratedRegex(@"\b(import|export)\b[^'\n]{0,40}", RegexOptions.ExplicitCapture)]
    private static partial Regex Other();
}
