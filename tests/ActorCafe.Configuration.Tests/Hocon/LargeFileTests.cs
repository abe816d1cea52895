using System.Text;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

/// <summary>Work grows linearly with the size of a file: with quadratic growth each of these takes minutes, or exhausts memory.</summary>
public class LargeFileTests
{
    [Theory]
    [InlineData("cafe.k{0} = {0}\n")]
    [InlineData("cafe.list += {0}\n")]
    [InlineData("cafe.same = {0}\n")]
    [InlineData("cafe.same {{ k{0} = {0} }}\n")]
    [InlineData("cafe.layers = ${{?x}}\ncafe.layers.k{0} = 1\n")]
    [InlineData("cafe.layers = ${{?x}}\ncafe.layers += 1\n")]
    [InlineData("# comment\n\n\n// {0}\n")]
    public async Task A_hundred_thousand_lines_are_read_in_a_moment(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, line, i);
        }

        var reading = Task.Run(() => HoconWriter.Write(InMemoryHocon.Read(text.ToString())));

        await reading.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("a=[")]
    [InlineData("a={")]
    [InlineData("\"")]
    [InlineData("${")]
    [InlineData("a=${a}\n")]
    [InlineData("a\n")]
    [InlineData("a=\n#")]
    [InlineData("}")]
    [InlineData("\\")]
    public async Task A_hundred_thousand_times_the_same_is_refused_in_a_moment(string text)
    {
        var reading = Task.Run(() => InMemoryHocon.Error(string.Concat(Enumerable.Repeat(text, 100_000))));

        await reading.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
