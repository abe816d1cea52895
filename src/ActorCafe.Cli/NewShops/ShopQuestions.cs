using ActorCafe.Configuration;
using Spectre.Console;

namespace ActorCafe.Cli.NewShops;

/// <summary>Asks five questions about a shop.</summary>
internal static class ShopQuestions
{
    // Above this utilisation queues grow long.
    private const double MostUtilisation = 0.85;
    private const int UsualOpening = 8;
    private const int UsualHours = 10;

    private static readonly Question[] All =
    [
        new(_ => "What are the steps of an order, and how long does each take on average? Each step becomes a stage with its own workers. "
                + "Use + to join steps performed by the same worker: accept 20s + grind 60s, brew 45s",
            _ => "accept 20s, grind 60s, brew 45s",
            AnswerParser.Steps),
        new(_ => "How many customers come per hour? Write one number, or one for each hour from opening: 20, 60, 90, 40",
            _ => "40",
            AnswerParser.PerHour),
        new(answers => $"How many workers does each stage have? {OneOrEach(answers)}The suggestion keeps them busy for at most 85% of the busiest hour.",
            SuggestedWorkers,
            AnswerParser.Workers),
        new(_ => "When is the shop open?",
            answers => $"{UsualOpening}:00-{(UsualOpening + (answers.PerHour.Length > 1 ? answers.PerHour.Length : UsualHours) - 1) % 24 + 1}:00",
            AnswerParser.Hours),
        new(answers => $"What does a worker cost per hour, in any currency? {OneOrEach(answers)}".TrimEnd(),
            _ => "15",
            AnswerParser.Wages),
    ];

    /// <summary>Asks until every answer is valid.</summary>
    /// <param name="input">The answers, a line each; an empty line accepts the suggestion.</param>
    /// <param name="console">Receives the questions.</param>
    /// <returns>The answers; null if the input ends before.</returns>
    public static ShopAnswers? Ask(TextReader input, IAnsiConsole console)
    {
        var answers = new ShopAnswers();
        foreach (var (index, question) in All.Index())
        {
            console.WriteLine();
            console.WriteWrapped($"{index + 1}. {question.Words(answers)}");
            console.WriteWrapped($"   [{question.Suggestion(answers)}]");
            if (Ask(question, answers, input, console) is not { } more)
            {
                return null;
            }

            answers = more;
        }

        return answers;
    }

    private static ShopAnswers? Ask(Question question, ShopAnswers answers, TextReader input, IAnsiConsole console)
    {
        while (true)
        {
            console.Write("> ");
            if (input.ReadLine()?.Trim() is not { } answer)
            {
                console.WriteLine();
                return null;
            }

            try
            {
                var more = question.Answer(answers, answer.Length == 0 ? question.Suggestion(answers) : answer);
                // The rules for shop files decide, whatever the answer is about.
                ShopFiles.LoadText("new", AnsweredShop.Text(more, "shop"));
                return more;
            }
            catch (FormatException wrong)
            {
                console.WriteWrapped(wrong.Message);
            }
            catch (InputException wrong)
            {
                console.WriteWrapped($"{wrong.Problem}; {wrong.Remedy}");
            }
        }
    }

    private static string OneOrEach(ShopAnswers answers) =>
        answers.Stages.Length > 1 ? $"Write one number for all, or one for each: {answers.StageNames}. " : "";

    private static string SuggestedWorkers(ShopAnswers answers) => string.Join(", ", answers.Stages.Select(stage =>
        AnswerParser.Text(Math.Max(1, Math.Ceiling(answers.PerHour.Max() * stage.Work.TotalHours / MostUtilisation)))));

    /// <param name="Words">The question.</param>
    /// <param name="Suggestion">The answer of an empty line.</param>
    /// <param name="Answer">Adds the answer to the earlier ones.</param>
    private sealed record Question(Func<ShopAnswers, string> Words, Func<ShopAnswers, string> Suggestion, Func<ShopAnswers, string, ShopAnswers> Answer);
}
