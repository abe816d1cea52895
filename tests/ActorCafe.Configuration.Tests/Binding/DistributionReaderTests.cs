using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class DistributionReaderTests
{
    private const string Service = "cafe.step.grind.service";

    [Theory]
    [InlineData("{ distribution = deterministic, value = 60s }", typeof(Deterministic), 60, 0)]
    [InlineData("{ distribution = deterministic, value = 0s }", typeof(Deterministic), 0, 0)]
    [InlineData("{ distribution = exponential, mean = 1.5m }", typeof(Exponential), 90, 8100)]
    [InlineData("{ distribution = uniform, min = 30s, max = 90s }", typeof(Uniform), 60, 300)] // 60^2 / 12
    [InlineData("{ distribution = triangular, min = 30s, mode = 60s, max = 90s }", typeof(Triangular), 60, 150)] // 60^2 / 24
    [InlineData("{ distribution = erlang, mean = 60s, phases = 4 }", typeof(Erlang), 60, 900)] // 60^2 / 4
    [InlineData("{ distribution = gamma, mean = 60s, cv = 0.5 }", typeof(Gamma), 60, 900)]
    [InlineData("{ distribution = lognormal, mean = 60s, cv = 0.5 }", typeof(LogNormal), 60, 900)]
    [InlineData("{ distribution = weibull, mean = 60s, shape = 1 }", typeof(Weibull), 60, 3600)]
    [InlineData("{ distribution = hyperexponential, mean = 60s, cv = 2 }", typeof(HyperExponential), 60, 14400)]
    [InlineData("{ distribution = hyperexponential, means = [20s, 100s], probabilities = [0.5, 0.5] }", typeof(HyperExponential), 60, 6800)] // 20^2 + 100^2 - 60^2
    [InlineData("{ distribution = discrete, values = [30s, 90s], probabilities = [0.5, 0.5] }", typeof(Discrete), 60, 900)]
    [InlineData("{ distribution = sequence, values = [30s, 60s, 90s] }", typeof(Sequence), 60, 600)]
    public void Every_distribution_of_the_contract_is_read(string text, Type type, double mean, double variance)
    {
        var read = TestShops.Pipeline($"{Service}={text}").Menu[0].Recipe[1].Service;

        read.ShouldBeOfType(type);
        read.Mean.ShouldBe(mean, 1e-9);
        read.Variance.ShouldBe(variance, 1e-6);
    }

    [Fact]
    public void Recorded_times_are_read_from_a_file_beside_the_one_that_names_it()
    {
        using var folder = new ShopFolder()
            .Write("shop.conf", $$"""{{Service}} { distribution = empirical, file = "times/grind.txt" }""")
            .Write("times/grind.txt", "30\n\n90.5\n");

        folder.Load().Settings.Menu[0].Recipe[1].Service.Mean.ShouldBe(60.25);
    }

    [Fact]
    public void One_set_changes_the_kind_and_the_keys_of_the_former_kind_are_ignored() =>
        TestShops.Pipeline($"{Service}.distribution=deterministic", $"{Service}.value=55s").Menu[0].Recipe[1].Service.Mean.ShouldBe(55);

    [Theory]
    [InlineData("distribution=normal", "distribution: 'normal' is no known distribution; write deterministic, exponential, uniform, triangular, erlang, gamma, lognormal, weibull, hyperexponential, discrete, sequence or empirical")]
    [InlineData("distribution=exponental", "distribution: 'exponental' is no known distribution; did you mean exponential? Use deterministic, exponential, uniform, triangular, erlang, gamma, lognormal, weibull, hyperexponential, discrete, sequence or empirical")]
    [InlineData("distribution=[gamma]", "distribution: expected a word, not a list; write deterministic, exponential, uniform, triangular, erlang, gamma, lognormal, weibull, hyperexponential, discrete, sequence or empirical")]
    [InlineData("mean=45", "mean: 45 has no unit; write 45s for seconds")]
    [InlineData("mean=-60s", "mean: -60s is negative; write a number and a unit, such as 45s, 1.5m or 200ms")]
    [InlineData("mean=0s", "mean: the time is 0; write a time above 0 such as 45s")]
    [InlineData("mean=long", "mean: 'long' is not a duration; write a number and a unit, such as 45s, 1.5m or 200ms")]
    [InlineData("mean={}", "mean: expected a time, not an object; write a number and a unit, such as 45s, 1.5m or 200ms")]
    [InlineData("maen=45s", "maen: unknown key; did you mean mean?")]
    [InlineData("rates=[1]", "rates: unknown key; write distribution, value, mean, min, mode, max, phases, cv, shape, means, values, probabilities or file")]
    [InlineData("distribution=deterministic", "value: the key is missing; write value = 45s")]
    [InlineData("distribution=erlang", "phases: the key is missing; write phases = 4")]
    [InlineData("distribution=gamma", "cv: the key is missing; write cv = 0.5")]
    [InlineData("distribution=weibull", "shape: the key is missing; write shape = 1.5")]
    [InlineData("distribution=uniform", "min: the key is missing; write min = 30s")]
    [InlineData("distribution=hyperexponential", "cv: the key is missing; write cv = 2")]
    [InlineData("distribution=discrete", "values: the key is missing; write values = [30s, 90s]")]
    [InlineData("distribution=empirical", "file: the key is missing; write file = \"times.txt\"")]
    public void A_wrong_parameter_is_named_with_what_would_be_right(string set, string message) =>
        TestShops.Refusal($"{Service}.{set}").ShouldBe($"--set: {Service}.{message}");

    [Theory]
    [InlineData("erlang, phases = 2.5", "phases: '2.5' is not a whole number; write a whole number from 1 to 100000")]
    [InlineData("erlang, phases = 0", "phases: 0 is out of range; write a whole number from 1 to 100000")]
    [InlineData("gamma, cv = 0", "cv: '0' is not above 0; write a number above 0")]
    [InlineData("gamma, cv = wide", "cv: 'wide' is not a number; write a number above 0")]
    [InlineData("lognormal, cv = 1e200", "cv: cv must lie between 1E-06 and 1000000; write a less extreme value")]
    [InlineData("lognormal, cv = 1e999", "cv: '1e999' is not a finite number; write a number above 0")]
    [InlineData("weibull, shape = -1", "shape: '-1' is not above 0; write a number above 0")]
    [InlineData("uniform, min = 90s, max = 30s", "max: max is below min; write a time not below min")]
    [InlineData("uniform, min = 0s, max = 0s", "max: the time is 0; write a time above 0 such as 45s")]
    [InlineData("triangular, min = 30s, mode = 95s, max = 90s", "max: max is below mode; write a time not below mode")]
    [InlineData("triangular, min = 30s, mode = 10s, max = 90s", "mode: mode is below min; write a time not below min")]
    [InlineData("triangular, min = 30s, mode = 30s, max = 30s", "max: max is not above min; write a longer time, or distribution = deterministic")]
    [InlineData("hyperexponential, cv = 0.9", "cv: a hyperexponential's cv is below 1; write a number, 1 or more; an erlang or gamma varies less")]
    [InlineData("hyperexponential, means = [20s, 40s], probabilities = [0.5, 0.6]", "probabilities: the probabilities sum to 1.1; write ones that sum to 1")]
    [InlineData("hyperexponential, means = [20s, 40s, 60s], probabilities = [0.5, 0.5]", "probabilities: there are 2 probabilities for 3 values; write one for each")]
    [InlineData("hyperexponential, means = [0s, 40s], probabilities = [0.5, 0.5]", "means: the time is 0; write a time above 0 such as 45s")]
    [InlineData("discrete, values = [30s, 90s], probabilities = [1.5, -0.5]", "probabilities: '-0.5' is negative; write a probability from 0 to 1")]
    [InlineData("discrete, values = [], probabilities = []", "values: the list is empty; write at least one value, as in [30s, 90s]")]
    [InlineData("discrete, values = [30s, 90], probabilities = [0.5, 0.5]", "values: 90 has no unit; write 90s for seconds")]
    [InlineData("sequence, values = []", "values: the list is empty; write at least one value, as in [30s, 90s]")]
    [InlineData("sequence, values = 30s", "values: expected a list, not '30s'; write values = [30s, 90s]")]
    [InlineData("sequence, values = [-3s]", "values: -3s is negative; write a number and a unit, such as 45s, 1.5m or 200ms")]
    public void Parameters_that_make_no_distribution_are_refused(string parameters, string message) =>
        TestShops.Refusal($$"""{{Service}}={ distribution = {{parameters}} }""").ShouldBe($"--set: {Service}.{message}");

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        TestShops.Refusal($"{Service}.distribution=empirical", $"{Service}.file=nowhere.txt")
            .ShouldBe($"--set: {Service}.file: 'nowhere.txt' cannot be read (there is no such file); write the path of a file that can be read");

    [Theory]
    [InlineData("30\nsoon\n", "grind.txt: line 2: 'soon' is not a number of seconds; write one number of seconds a line, such as 42.5")]
    [InlineData("30\n\n-1\n", "grind.txt: line 3: '-1' is negative; write one number of seconds a line, such as 42.5")]
    [InlineData("00:01:00\n", "grind.txt: line 1: '00:01:00' is not a number of seconds; write one number of seconds a line, such as 42.5")]
    [InlineData("\n\n", "grind.txt: line 1: the file has no values; write one number of seconds a line, such as 42.5")]
    public void A_wrong_line_of_recorded_times_is_named(string times, string message)
    {
        using var folder = new ShopFolder()
            .Write("shop.conf", $$"""{{Service}} { distribution = empirical, file = "grind.txt" }""")
            .Write("grind.txt", times);

        folder.Refusal().ShouldBe(message);
    }
}
