using System.CommandLine;
using System.CommandLine.Parsing;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary>Turns parser errors into one line in the format of all other errors.</summary>
internal static class ParseErrors
{
    /// <summary>The first error of the command line; null if there is none.</summary>
    public static InputException? First(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        // Help is always valid, except for a command that does not exist.
        if (parse.Action is System.CommandLine.Help.HelpAction)
        {
            return command is RootCommand && parse.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument) is { } asked ? UnknownCommand(command, asked.Value) : null;
        }

        if (UnknownOption(parse) is { } option)
        {
            return new("actorcafe", option, $"no such option{Of(command)}", DidYouMean.AskForOption(option, Options(command)) ?? SeeHelp(command));
        }

        if (parse.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(HasSwallowedAnOption) is { } hungry)
        {
            return NoValue(hungry.Option);
        }

        if (parse.Errors.Count == 0)
        {
            return null;
        }

        var error = parse.Errors[0];
        if ((error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is { } given)
        {
            return WrongOption(given, error);
        }

        if (parse.UnmatchedTokens is [var word, ..])
        {
            return command is RootCommand
                ? UnknownCommand(command, word)
                : new("actorcafe", word, $"one too many for {command.Name}", SeeHelp(command));
        }

        return command is RootCommand
            ? new("actorcafe", "command", "none given", $"one of {string.Join(", ", Commands(command))}")
            : new("actorcafe", command.Name, $"no {command.Arguments[0].Name} given", SeeHelp(command));
    }

    private static InputException UnknownCommand(Command root, string word) =>
        new("actorcafe", word, "no such command", DidYouMean.AskForOption(word, Commands(root)) ?? $"the commands are {string.Join(", ", Commands(root))}");

    private static InputException WrongOption(OptionResult given, ParseError error)
    {
        var name = given.Option.Name;
        if (given.IdentifierTokenCount > 1)
        {
            return new(name, "given twice", "it takes one value", "give it once");
        }

        return given.Tokens.Count == 0
            ? NoValue(given.Option)
            : new(name, given.Tokens[0].Value, error.Message.TrimEnd('.'), $"{name} {given.Option.HelpName}");
    }

    private static InputException NoValue(Option option) =>
        new(option.Name, "no value", "it needs one", $"{option.Name} {option.HelpName}");

    // The parser takes the next token as a value, even if it is an option.
    private static bool HasSwallowedAnOption(OptionResult given) =>
        given.Tokens.Any(value => value.Value.StartsWith("--", StringComparison.Ordinal));

    /// <summary>The parser takes an unknown option for a file.</summary>
    private static string? UnknownOption(ParseResult parse) => parse.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')
        .Where(token => IsOperand(parse, token))
        .Select(token => token.Value.Split('=', ':')[0])
        .FirstOrDefault();

    private static bool IsOperand(ParseResult parse, Token token) =>
        parse.UnmatchedTokens.Contains(token.Value)
        || parse.CommandResult.Children.OfType<ArgumentResult>().Any(operand => operand.Tokens.Contains(token));

    private static IEnumerable<string> Options(Command command) => command.Options.Select(option => option.Name);

    private static IEnumerable<string> Commands(Command command) => command.Subcommands.Select(subcommand => subcommand.Name);

    private static string Of(Command command) => command is RootCommand ? "" : $" of {command.Name}";

    private static string SeeHelp(Command command) =>
        command is RootCommand ? "see actorcafe --help" : $"see actorcafe {command.Name} --help";
}
