using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Cli.NewShops;

/// <summary>Parses the answers to the questions of <c>new</c>. A wrong one is a <see cref="FormatException"/> with the problem and the remedy.</summary>
internal static partial class AnswerParser
{
    private const int MostHours = 24;
    private const double Largest = 1e9;

    /// <summary>Parses <c>accept 20s + grind 1m, brew 45s</c>: commas separate stages, and plus signs the steps of a stage.</summary>
    public static ShopAnswers Steps(ShopAnswers answers, string text) =>
        answers with { Stages = [.. text.Split(',').Select(stage => new AnsweredStage([.. stage.Split('+').Select(step => Step(step.Trim()))]))] };

    /// <summary>Parses customers per hour: one number, or one for each hour.</summary>
    public static ShopAnswers PerHour(ShopAnswers answers, string text)
    {
        var rates = Numbers(text, "customers per hour, such as 40");
        return rates.Length > MostHours ? throw new FormatException($"{rates.Length} hours are more than a day; write at most {MostHours} numbers")
            : rates.All(rate => rate == 0) ? throw new FormatException("nobody comes; write a number above 0")
            : answers with { PerHour = rates };
    }

    /// <summary>Parses the number of workers: one for all stages, or one for each.</summary>
    public static ShopAnswers Workers(ShopAnswers answers, string text) =>
        answers with { Workers = [.. ByStage(answers, text, "workers, such as 2").Select(Whole)] };

    /// <summary>Parses opening hours, such as <c>8:00-18:00</c> or <c>22-6</c>.</summary>
    public static ShopAnswers Hours(ShopAnswers answers, string text)
    {
        var match = HoursForm().Match(text);
        var opens = TimeOfDay(match, "opens");
        var closes = TimeOfDay(match, "closes");
        closes += closes <= opens ? TimeSpan.FromHours(MostHours) : TimeSpan.Zero;
        var hours = (int)Math.Ceiling(closes.TotalHours) - (int)opens.TotalHours;
        return answers.PerHour.Length > 1 && answers.PerHour.Length != hours
            ? throw new FormatException($"customers were given for {answers.PerHour.Length} hours, but {text} is {hours}; write opening hours of {answers.PerHour.Length}")
            : answers with { Opens = opens, Closes = closes };
    }

    /// <summary>Parses what a worker costs per hour: one number for all stages, or one for each.</summary>
    public static ShopAnswers Wages(ShopAnswers answers, string text) =>
        answers with { Wages = ByStage(answers, text, "a wage, such as 15") };

    /// <summary>Writes a number.</summary>
    public static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static AnsweredStep Step(string text)
    {
        var match = StepForm().Match(text);
        if (!match.Success)
        {
            throw new FormatException(text.Length == 0 ? "a step is missing; write a name and a time for each, such as grind 60s"
                : $"'{text}' is no step with a time; write a name and a time, such as grind 60s");
        }

        var time = match.Groups["time"].Value;
        return HoconDuration.TryParse(time, out var mean, out var problem)
            ? new(match.Groups["name"].Value, time, mean)
            : throw new FormatException(problem);
    }

    private static ImmutableArray<double> Numbers(string text, string kind)
    {
        var words = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        return [.. (words.Length == 0 ? [text] : words).Select(Number)];

        double Number(string word) =>
            double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Largest
                ? number
                : throw new FormatException($"'{word}' is not a number; write {kind}");
    }

    private static int Whole(double number) => number is >= 1 and <= int.MaxValue && double.IsInteger(number)
        ? (int)number
        : throw new FormatException($"{Text(number)} is no number of workers; write whole numbers from 1");

    private static ImmutableArray<double> ByStage(ShopAnswers answers, string text, string kind)
    {
        var (numbers, stages) = (Numbers(text, kind), answers.Stages.Length);
        return numbers.Length == stages ? numbers
            : numbers.Length == 1 ? [.. Enumerable.Repeat(numbers[0], stages)]
            : throw new FormatException($"{Count(numbers.Length, "number")} for {Count(stages, "stage")}; write one for each of {answers.StageNames}");
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static TimeSpan TimeOfDay(Match match, string name)
    {
        var hours = match.Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : MostHours + 1;
        var minutes = match.Groups[$"{name}Minute"] is { Success: true, Value: var text } ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        var time = new TimeSpan(hours, minutes, 0);
        return minutes < 60 && time.TotalHours <= MostHours
            ? time
            : throw new FormatException("these are no opening hours; write two times of a 24-hour clock, such as 8:00-18:00");
    }

    [GeneratedRegex("^(?<name>.*?[^ =:])[ =:]+(?<time>[0-9.+-].*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex StepForm();

    [GeneratedRegex("^(?<opens>[0-9]{1,2})(:(?<opensMinute>[0-9]{2})|h)? *(-|–|to) *(?<closes>[0-9]{1,2})(:(?<closesMinute>[0-9]{2})|h)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HoursForm();
}
