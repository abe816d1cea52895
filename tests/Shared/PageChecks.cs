using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ActorCafe.Tests.Shared;

/// <summary>Notes what no page should do: write to the console, throw errors, ask others.</summary>
internal sealed class PageChecks
{
    private readonly List<string> _trouble = [];
    private readonly List<string> _forgiven = [];

    /// <summary>Takes notes from now on.</summary>
    /// <param name="page">The page.</param>
    /// <param name="mayAsk">The addresses that it may ask, besides those that hold their own data.</param>
    public void Watch(IPage page, Func<Uri, bool> mayAsk)
    {
        page.Console += (_, message) => _trouble.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _trouble.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } asked && !mayAsk(asked))
            {
                _trouble.Add($"asks for {request.Url}");
            }
        };
    }

    /// <summary>The test makes the page complain of this on the console.</summary>
    public void Forgive(params IEnumerable<string> words) => _forgiven.AddRange(words);

    public void ShouldBeClean(string? where = null) =>
        _trouble.Where(trouble => !_forgiven.Exists(words => trouble.Contains(words, StringComparison.Ordinal))).ShouldBeEmpty(where);

    /// <summary>What axe finds that keeps somebody from using a page, a line each.</summary>
    public static IEnumerable<string> Lines(AxeResult found) =>
        found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}");
}
