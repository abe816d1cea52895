using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Tests.Streams;

public class PurposeTests
{
    // The first three from the test vectors published with FNV, the last worked out over the octets C3 A9.
    [Theory]
    [InlineData("", 0xCBF29CE484222325UL)]
    [InlineData("a", 0xAF63DC4C8601EC8CUL)]
    [InlineData("foobar", 0x85944171F73967E8UL)]
    [InlineData("é", 0x0AC21707B7181E01UL)]
    public void A_name_hashes_as_FNV_1a_publishes(string name, ulong hash) => Purpose.Of(name).ShouldBe(hash);

    [Fact]
    public void No_name_is_refused() => Should.Throw<ArgumentNullException>(() => Purpose.Of(null!)).ParamName.ShouldBe("name");
}
