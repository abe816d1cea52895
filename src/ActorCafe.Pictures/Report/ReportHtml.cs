using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Pictures.Report;

/// <summary>
/// Writes a self-contained page: no scripts, fonts or images from elsewhere. Charts are included twice, for light and dark screens;
/// print uses the light ones. The page is also well-formed XML. Its security policy allows its own script and style, by their hashes, and nothing else.
/// </summary>
public static class ReportHtml
{
    private const int WidePicture = 600;

    private static readonly Lazy<string> Css = new(() =>
    {
        using var file = new StreamReader(typeof(ReportHtml).Assembly.GetManifestResourceStream("report.css")!);
        return file.ReadToEnd();
    });

    public static string Of(ReportPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (body, looks) = InlineStyles.ToRules(Body(page));
        var style = Unparsed($"{Css.Value}{looks}{page.Player?.Parts?.Style}");
        var script = page.Player?.Parts is { } player ? Unparsed(player.Script) : null;
        return Text($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src {Hash(style)};{(script is null ? "" : $" script-src {Hash(script)};")} base-uri 'none'; form-action 'none'" />
            <meta name="color-scheme" content="light dark" />
            <title>{Safe(page.Title)}</title>
            <style>{style}</style>
            </head>
            <body>
            {body}{(script is null ? "" : $"<script type=\"module\">{script}</script>\n")}</body>
            </html>

            """);
    }

    private static string Body(ReportPage page)
    {
        var html = new StringBuilder(Text($"<main>\n<h1>{Safe(page.Title)}</h1>\n"));
        Asked(html, page.Asked);
        var sections = page.Sections.Where(section => section.Figures.Count > 0).ToList();
        // A picture first: what it shows is what the table measures.
        if (sections is [var first, ..])
        {
            Section(html, first);
        }

        if (page.Structures.Count > 0)
        {
            StructureHtml.Write(html, page.Structures);
        }

        html.Append("<h2>What was measured</h2>\n");
        foreach (var table in page.Tables)
        {
            Table(html, table);
        }

        html.Append("<h2>In plain words</h2>\n");
        Paragraphs(html, page.Words);
        if (page.Player is not null)
        {
            Player(html, page.Player);
        }

        foreach (var section in sections.Skip(1))
        {
            Section(html, section);
        }

        html.Append("<footer>\n");
        Paragraphs(html, page.Closing);
        return html.Append("</footer>\n</main>\n").ToString();
    }

    private static void Paragraphs(StringBuilder html, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            html.Append(Text($"<p>{Safe(line)}</p>\n"));
        }
    }

    private static void Asked(StringBuilder html, IReadOnlyList<ReportText> asked)
    {
        html.Append("<section class=\"asked\" aria-label=\"What was asked\">\n");
        foreach (var text in asked)
        {
            html.Append(Text($"<div><h3>{Safe(text.Heading)}</h3>\n"));
            Paragraphs(html, text.Lines);
            html.Append("</div>\n");
        }

        html.Append("</section>\n");
    }

    private static void Table(StringBuilder html, ReportTable table)
    {
        var kind = table.Head.Count == 0 ? " class=\"facts\"" : "";
        // Also scrollable with the keyboard.
        html.Append(Text($"<p class=\"about\">{Safe(table.Caption)}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Safe(table.Caption)}\">\n<table{kind}>\n"));
        if (table.Head.Count > 0)
        {
            html.Append(Text($"<thead><tr><td></td>{string.Concat(table.Head.Select(cell => $"<th scope=\"col\">{Safe(cell)}</th>"))}</tr></thead>\n"));
        }

        html.Append("<tbody>\n");
        foreach (var (name, cells) in table.Rows)
        {
            html.Append(Text($"<tr><th scope=\"row\">{Safe(name)}</th>{string.Concat(cells.Select(cell => $"<td>{Safe(cell)}</td>"))}</tr>\n"));
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Player(StringBuilder html, ReportPlayer player)
    {
        html.Append(Text($"<div class=\"player\">\n<h2>{Safe(player.Heading)}</h2>\n"));
        Paragraphs(html, player.Lines);
        html.Append(player.Parts is null ? "" : $"<noscript><p>Your browser runs no scripts, so there are only the pictures below.</p></noscript>\n{player.Parts.Markup}");
        html.Append("</div>\n");
    }

    private static void Section(StringBuilder html, ReportSection section)
    {
        html.Append(Text($"<h2>{Safe(section.Heading)}</h2>\n"));
        // A caption shared by all charts is shown once.
        var captions = section.Figures.Select(figure => figure.Chart.Caption).ToList();
        var isSame = captions.Distinct().Count() == 1;
        if (isSame)
        {
            Paragraphs(html, captions.Take(1));
        }

        html.Append("<div class=\"figures\">\n");
        foreach (var figure in section.Figures)
        {
            Figure(html, figure, isSame ? "" : $"{figure.Chart.Caption} ");
        }

        html.Append("</div>\n");
    }

    private static void Figure(StringBuilder html, ReportFigure figure, string caption)
    {
        var chart = figure.Chart;
        html.Append(Text($"<figure{(chart.Size.Width > WidePicture ? " class=\"wide\"" : "")}>\n"));
        if (figure.Narrow is { } narrow)
        {
            Images(html, narrow, " class=\"narrow-screen\"");
            Images(html, chart, " class=\"other-screen\"");
        }
        else
        {
            Images(html, chart, "");
        }

        html.Append(Text($"<figcaption>{Safe(caption)}<span class=\"files\"><a href=\"{chart.Name}.svg\">SVG</a> <a href=\"{chart.Name}.png\">PNG</a></span></figcaption>\n</figure>\n"));
    }

    // Shown and hidden by the style sheet: browsers do not choose picture sources again for print.
    private static void Images(StringBuilder html, Chart chart, string screen)
    {
        html.Append(Text($"<div{screen}>\n"));
        foreach (var theme in (Theme[])[Theme.Light, Theme.Dark])
        {
            html.Append(Text($"<img class=\"{theme.Name}\" src=\"{Data(chart, theme)}\" width=\"{chart.Size.Width}\" height=\"{chart.Size.Height}\" alt=\"{Safe($"{chart.Title}. {chart.Alt}")}\" />\n"));
        }

        html.Append("</div>\n");
    }

    private static string Data(Chart chart, Theme theme) =>
        $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(chart.Svg(theme)))}";

    // HTML takes a style or script as it is, and XML only so.
    private static string Unparsed(string text) => $"/*<![CDATA[*/\n{text.Replace("]]>", "]] >", StringComparison.Ordinal)}/*]]>*/";

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    internal static string Safe(string text) => WebUtility.HtmlEncode(text);

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
