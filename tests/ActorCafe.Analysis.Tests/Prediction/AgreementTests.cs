using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Tests.Prediction;

public sealed class AgreementTests
{
    [Fact]
    public void A_prediction_agrees_or_differs_or_there_is_no_interval()
    {
        Agreement Of(double? predicted, Interval? interval) => new("waiter", "M/M/1", Exactness.Exact, predicted, 30, interval);

        Of(30, new(28, 31)).Verdict.ShouldBe(Verdict.Agrees);
        Of(31, new(28, 31)).Verdict.ShouldBe(Verdict.Agrees);
        Of(32, new(28, 31)).Verdict.ShouldBe(Verdict.Differs);
        Of(30, null).Verdict.ShouldBe(Verdict.NoInterval);
        Of(null, new(28, 31)).Verdict.ShouldBe(Verdict.NoFormula);
    }
}
