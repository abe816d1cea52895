namespace ActorCafe.Queueing.Tests;

public class PreciseTests
{
    // e^x - 1 = x + x²/2 + x³/6 + ..., ln(1 + x) = x - x²/2 + x³/3 - ...
    [Theory]
    [InlineData(1e-3, 1.00050016670834e-3, 9.99500333083533e-4)]
    [InlineData(-1e-3, -9.99500166625008e-4, -1.00050033358353e-3)]
    [InlineData(1e-9, 1.0000000005e-9, 9.999999995e-10)]
    [InlineData(1e-300, 1e-300, 1e-300)]
    [InlineData(0, 0, 0)]
    public void Small_numbers_keep_their_digits(double x, double expm1, double log1p)
    {
        Precise.Expm1(x).ShouldBe(expm1, Math.Abs(1e-14 * expm1));
        Precise.Log1p(x).ShouldBe(log1p, Math.Abs(1e-14 * log1p));
    }

    [Fact]
    public void Large_ones_do_not_go_wrong()
    {
        Precise.Expm1(-1000).ShouldBe(-1);
        Precise.Expm1(1).ShouldBe(Math.E - 1, 1e-15);
        Precise.Log1p(-1).ShouldBe(double.NegativeInfinity);
    }
}
