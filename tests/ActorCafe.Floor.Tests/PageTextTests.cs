using ActorCafe.Floor.Http;

namespace ActorCafe.Floor.Tests;

/// <summary>What is left out of scripts and styles.</summary>
public sealed class PageTextTests
{
    [Theory]
    [InlineData("// Why.\nconst a = b === 1 ? 'x , y' : `${c} = ${d}`;\n", "let a=b===1?'x , y':`${c} = ${d}`;\n")]
    [InlineData("/** @param {string} a the shop's */\nexport function f(a) {\n  return a + ' // no comment';\n}\n", "\nexport function f(a){return a+' // no comment'}")]
    [InlineData("if (a) {\n  // Why.\n  // Why not.\n  b /= c / d - 1;\n}\n", "if(a){b /=c/d-1}")]
    [InlineData("a = `${b > 1 ? `${b} shops, ${c}` : ''} of , d`;\nx = 1;\n", "a=`${b > 1 ? `${b} shops, ${c}` : ''} of , d`;x=1;")]
    [InlineData("const to = /** @type {any} */ (x);\nlet i = j - -1;\n", "let to=(x);let i=j - -1;\n")]
    public void Strings_and_templates_of_scripts_stay_as_they_are(string text, string shortened) => PageText.Shorten("a.js", text).Trim().ShouldBe(shortened.Trim());

    [Fact]
    public void Names_that_nobody_else_knows_are_short() =>
        PageText.Shorten("a.js", "export const CUP = 1;\nclass A {\n  #asked = 0;\n  async #ask() { return `${this.#asked} #ask`; }\n}\n")
            .ShouldBe("export const CUP=1;class A{#a=0;async #b(){return `${this.#a} #ask`}}");

    [Fact]
    public void Selectors_of_styles_stay_as_they_are() =>
        PageText.Shorten("a.css", "a :is(b, i) { color: red; margin: 0 1px }\n@media (max-width: 9px) {\n  p { top: 0 }\n}\n")
            .ShouldBe("a :is(b, i){color:red;margin:0 1px}@media (max-width:9px){p{top:0}}");
}
