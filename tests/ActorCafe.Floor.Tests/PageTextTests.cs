using ActorCafe.Floor.Http;

namespace ActorCafe.Floor.Tests;

/// <summary>The page's files as they are sent.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void A_script_is_sent_without_comments_and_with_short_names() =>
        PageText.Shorten("a.js", "// Why.\nexport function twice(count) {\n  const sum = count + count;\n  return `${sum > 1 ? `${sum} shops, each` : ''} , twice`;\n}\n")
            .ShouldBe("export function twice(n){const t=n+n;return`${t>1?`${t} shops, each`:\"\"} , twice`}");

    [Fact]
    public void A_style_is_sent_without_spaces() =>
        PageText.Shorten("a.css", "a :is(b, i) { color: red; margin: 0 1px }\n").ShouldBe("a :is(b,i){color:#f00;margin:0 1px}");

    [Theory]
    [InlineData("a.js", "export const = 1;")]
    [InlineData("a.css", "a { color")]
    public void A_mistake_is_said(string name, string text) => Should.Throw<InvalidOperationException>(() => PageText.Shorten(name, text)).Message.ShouldStartWith(name);
}
