using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public sealed class SeparatorTests
{
    [Theory]
    [InlineData("a=1", "a=1")]
    [InlineData(" a = 1 , b=2,", "a = 1|b=2|")]
    [InlineData("a=[1, 2],b={ x = 1, y = [2, 3] }", "a=[1, 2]|b={ x = 1, y = [2, 3] }")]
    [InlineData("a=\"1,2\",b=\"x\\\",y\",c=3", "a=\"1,2\"|b=\"x\\\",y\"|c=3")]
    [InlineData("a=\"\"\"1\",2\"\"\",b=3", "a=\"\"\"1\",2\"\"\"|b=3")]
    [InlineData("a=\"[\",b=3", "a=\"[\"|b=3")]
    [InlineData("a=\"1,b=2", "a=\"1,b=2")]
    [InlineData("a=\"\"\"1,b=2", "a=\"\"\"1,b=2")]
    [InlineData("a=\"1\\", "a=\"1\\")]
    [InlineData("a=[1,b=2", "a=[1,b=2")]
    public void Commas_inside_quotes_and_brackets_separate_nothing(string text, string parts) =>
        string.Join('|', HoconSeparators.Split(text)).ShouldBe(parts);
}
