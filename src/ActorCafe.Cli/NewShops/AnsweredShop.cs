using System.Globalization;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Cli.NewShops;

/// <summary>Writes the shop file of the answers. Where an answer is missing, it has what is simplest.</summary>
internal static class AnsweredShop
{
    private const int HoursPerDay = 24;
    private const int RatesPerLine = 12;

    public static string Text(ShopAnswers answers, string name)
    {
        var steps = answers.Stages.SelectMany(stage => stage.Steps).ToList();
        return $$"""
            # Written by `actorcafe new`. `actorcafe run` simulates the shop; `actorcafe check --print` shows every setting.

            cafe {
              # The name in tables.
              name = {{HoconPath.InQuotes(name)}}
              # With the same seed, the same customers come with the same work, whatever else you change.
              seed = 1

              # How long each step takes. Exponential times vary much. Practised people vary less,
              # { distribution = lognormal, mean = 60s, cv = 0.5 }, and a machine hardly: { distribution = deterministic, value = 60s }.
              step {
            {{Lines(steps.Select(step => $"    {HoconPath.Quote(step.Name)}.service {{ distribution = exponential, mean = {step.Time} }}"))}}
              }

              # What customers can order. Add kinds of order that leave out a step or have times of their own; share is a weight.
              menu {
                order { steps = [{{List(steps.Select(step => step.Name))}}], share = 1 }
              }

              # The stages, in order. Each has its own workers, who perform its steps one after the other.
              stages = [{{List(answers.Stages.Select(stage => stage.Name))}}]
              stage {
            {{Lines(answers.Stages.Select(stage => $"    {HoconPath.Quote(stage.Name)} {{ worker = worker, performs = [{List(stage.Steps.Select(step => step.Name))}] }}"))}}
              }

              customers {
                opens-at = {{Clock(answers.Opens)}}
                # The door closes; customers inside are still served.
                until = {{Clock(answers.Closes)}}
            {{Arrivals(answers)}}
              }

              # What a worker costs per hour, for `actorcafe plan` and `actorcafe compare`.
              cost {
            {{Lines(answers.Stages.Select((stage, index) => $"    {HoconPath.Quote(stage.Name)} = {AnswerParser.Text(Wage(answers, index))}"))}}
              }
            }

            # The number of workers at each stage. They share one queue.
            akka.actor.deployment {
            {{Lines(answers.Stages.Select((stage, index) => $"  {HoconPath.Quote($"/cafe/{stage.Name}")} {{ router = shared-queue-pool, nr-of-instances = {Workers(answers, index)} }}"))}}
            }

            """;
    }

    private static string Arrivals(ShopAnswers answers) => answers.PerHour is [var rate]
        ? $$"""
                # {{AnswerParser.Text(rate)}} customers per hour.
                arrivals { process = renewal, distribution = exponential, mean = {{AnswerParser.Text(3600 / rate)}}s }
            """
        : $$"""
                # Customers per hour, from midnight.
                arrivals {
                  process = hourly
                  rates = [
            {{Lines(Rates(answers).Chunk(RatesPerLine).Select(half => $"        {string.Join(", ", half.Select(AnswerParser.Text))}"))}}
                  ]
                }
            """;

    private static double[] Rates(ShopAnswers answers)
    {
        var rates = new double[HoursPerDay];
        foreach (var (hour, rate) in answers.PerHour.Index())
        {
            rates[((int)answers.Opens.TotalHours + hour) % HoursPerDay] = rate;
        }

        // Until the question is answered.
        rates[0] = answers.PerHour.IsEmpty ? 1 : rates[0];
        return rates;
    }

    private static int Workers(ShopAnswers answers, int stage) => answers.Workers.IsEmpty ? 1 : answers.Workers[stage];

    private static double Wage(ShopAnswers answers, int stage) => answers.Wages.IsEmpty ? 0 : answers.Wages[stage];

    private static string Clock(TimeSpan time) => time.Minutes == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h{time.Minutes}m");

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(HoconPath.Quote));
}
