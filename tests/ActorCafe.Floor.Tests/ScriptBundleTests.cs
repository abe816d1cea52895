using ActorCafe.Floor.Embedding;

namespace ActorCafe.Floor.Tests;

/// <summary>Modules as one script.</summary>
public sealed class ScriptBundleTests
{
    [Fact]
    public void A_module_comes_once_and_after_those_that_it_imports() =>
        Bundle("""
            main.js: import { a, b as other } from './one.js';import { c } from './two.js'; a(other, c);
            one.js: import { c } from './two.js'; export const a = () => c;export function b() { return 1; } class Hidden {}
            two.js: export class c {}
            """).ShouldBe("""
            const $two=(()=>{class c {}
            return {c}})();
            const $one=(()=>{const { c }=$two; const a = () => c;function b() { return 1; } class Hidden {}
            return {a,b}})();
            const $main=(()=>{const { a, b:other }=$one;const { c }=$two; a(other, c);
            return {}})();

            """);

    [Fact]
    public void What_is_loaded_later_is_there_already() =>
        Bundle("""
            main.js: import('./late.js').then(({ row }) => row());
            late.js: export async function row() {}
            """).ShouldContain("Promise.resolve($late).then(");

    [Theory]
    [InlineData("import a from './b.js';", "main.js: cannot be bundled: import a from ")]
    [InlineData("export default 1;", "main.js: cannot be bundled: export default 1;")]
    [InlineData("export let a = 1;", "main.js: cannot be bundled: export let a = 1;")]
    [InlineData("import { a } from './main.js';", "main.js imports itself: main.js")]
    public void What_a_page_should_not_use_is_said(string module, string why) =>
        Should.Throw<InvalidOperationException>(() => Bundle($"main.js: {module}")).Message.ShouldBe(why);

    private static string Bundle(string modules)
    {
        var texts = modules.Split('\n', StringSplitOptions.TrimEntries).ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 2)..]);
        return ScriptBundle.Of("main.js", file => texts[file]);
    }
}
