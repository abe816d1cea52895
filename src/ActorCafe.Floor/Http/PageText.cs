using NUglify;
using NUglify.JavaScript;

namespace ActorCafe.Floor.Http;

/// <summary>Leaves out what a browser does not need of the page's scripts and styles: comments, spaces and long local names, which are two thirds of them.</summary>
internal static class PageText
{
    private static readonly CodeSettings Readable = new() { MinifyCode = false, OutputMode = OutputMode.MultipleLines };

    /// <exception cref="InvalidOperationException">The text has an error, or uses what NUglify does not know.</exception>
    public static string Shorten(string name, string text) => Path.GetExtension(name) switch
    {
        ".js" => Checked(name, Uglify.Js(text, name)),
        ".css" => Checked(name, Uglify.Css(text, name)),
        _ => text,
    };

    /// <summary>Leaves out the comments of a script.</summary>
    /// <exception cref="InvalidOperationException">As above.</exception>
    public static string WithoutComments(string name, string text) => Checked(name, Uglify.Js(text, name, Readable));

    private static string Checked(string name, UglifyResult result) =>
        result.HasErrors ? throw new InvalidOperationException($"{name}: {result.Errors[0]}") : result.Code;
}
