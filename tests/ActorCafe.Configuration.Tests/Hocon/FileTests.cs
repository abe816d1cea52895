using System.Text;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public sealed class FileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hocon");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_include_is_relative_to_the_including_file_and_named_as_reached()
    {
        Directory.CreateDirectory(At("shops/parts"));
        var shop = Write("shops/shop.conf", "include \"parts/a.conf\""u8);
        Write("shops/parts/a.conf", "include \"b.conf\"\nx = ["u8);
        Write("shops/parts/b.conf", "y = 1"u8);

        Error(shop).ShouldStartWith(Path.Combine(At("shops"), "parts/a.conf") + ": line 2: '[' is never closed");
    }

    [Fact]
    public void A_file_that_reaches_itself_by_another_spelling_is_a_circle()
    {
        Directory.CreateDirectory(At("shops"));

        Error(Write("shops/a.conf", "include \"../shops/./a.conf\""u8)).ShouldContain("the include goes in a circle");
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        var file = Write("a.conf", [0xEF, 0xBB, 0xBF, .. "name = x"u8]);

        InMemoryHocon.Shown(HoconReader.Read(new FileSource(file))).ShouldBe("{name: x}");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'=', 0, (byte)'1' })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 })]
    [InlineData(new byte[] { (byte)'a', (byte)'=', 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0 })]
    public void Bytes_that_are_no_text_are_refused(byte[] bytes)
    {
        var file = Write("a.conf", bytes);

        Error(file).ShouldBe($"{file}: file: it is not a text file; write it as UTF-8 text");
    }

    [Fact]
    public void A_missing_file_says_so() => Error(At("nosuch.conf")).ShouldStartWith($"{At("nosuch.conf")}: file: there is no such file; ");

    [Fact]
    public void A_folder_says_so() => Error(_folder.FullName).ShouldContain("it is a folder");

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_name_that_no_file_can_have_is_an_error(string name) =>
        Should.Throw<InputException>(() => HoconReader.Read(new FileSource(name)));

    [Fact]
    public void An_include_of_a_name_that_no_file_can_have_is_an_error() =>
        Error(Write("a.conf", "include \"a\\u0000b\""u8)).ShouldContain("a.conf: line 1: ");

    [Fact]
    public void A_file_of_sixteen_mebibytes_is_read_and_a_larger_one_refused()
    {
        var file = Write("a.conf", Encoding.UTF8.GetBytes("#" + new string(' ', (16 * 1024 * 1024) - 1)));
        InMemoryHocon.Shown(HoconReader.Read(new FileSource(file))).ShouldBe("{}");

        File.AppendAllText(file, " ");

        Error(file).ShouldContain("it is larger than 16 MiB");
    }

    [Fact]
    public void An_embedded_file_that_does_not_exist_is_an_error() =>
        Should.Throw<InputException>(() => HoconReader.Read(new EmbeddedSource("nosuch.conf"))).Message.ShouldStartWith("nosuch.conf: file: ");

    [Fact]
    public void An_embedded_include_stands_beside_the_file_that_names_it()
    {
        new EmbeddedSource("pipeline.conf").Include("menu.conf").Name.ShouldBe("menu.conf");
        new EmbeddedSource("cluster/front.conf").Include("node.conf").Name.ShouldBe("cluster/node.conf");
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    private static string Error(string file) => Should.Throw<InputException>(() => HoconReader.Read(new FileSource(file))).Message;
}
