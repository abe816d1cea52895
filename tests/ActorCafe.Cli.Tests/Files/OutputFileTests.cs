using System.Text;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void What_was_there_stays_until_there_is_something_to_write()
    {
        var path = _folder.Write("a.json", "what was there");
        using (var file = OutputFile.Open("--json", path))
        {
            File.ReadAllText(path).ShouldBe("what was there");
        }

        File.ReadAllText(path).ShouldBe("what was there");

        using (var file = OutputFile.Open("--json", path))
        {
            file.Write(Encoding.UTF8.GetBytes("new"));
            file.Finish();
        }

        File.ReadAllText(path).ShouldBe("new");
    }

    [Fact]
    public void A_file_that_nothing_was_written_to_is_not_left_behind()
    {
        OutputFile.Open("--json", _folder.File("a.json")).Dispose();
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_bad_input()
    {
        Wrong(_folder.Path).ShouldBe($"--json: {_folder.Path}: it is a folder; name a file");
        Wrong(_folder.File("no/a.json")).ShouldBe($"--json: {_folder.File("no/a.json")}: its folder does not exist; make the folder first, or name another file");
        Wrong("").ShouldBe("--json: no name: it is empty; name a file");

        static string Wrong(string path) => Should.Throw<InputException>(() => OutputFile.Open("--json", path)).Message;
    }

    [Fact]
    public void Two_outputs_do_not_go_to_the_same_file()
    {
        var path = _folder.File("a");
        var options = new SimulationOptions { Overrides = [], Replications = 1, Parallel = 1, Json = path, Trace = Path.Combine(_folder.Path, ".", "a") };
        var wrong = Should.Throw<InputException>(() => OutputFiles.Open(options));
        wrong.Message.ShouldContain("another output goes to the same file");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Each_shop_has_a_file_of_its_own() =>
        ShopPaths.For("out.d/orders.csv", ["solo", "a/b", "solo"]).ShouldBe(["out.d/orders.solo.csv", "out.d/orders.a_b.csv", "out.d/orders.solo-2.csv"]);

    public void Dispose() => _folder.Dispose();
}
