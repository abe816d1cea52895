using System.CommandLine;
using System.CommandLine.Help;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Configuration;
using ActorCafe.Node;
using ActorCafe.Shop;

namespace ActorCafe.Cli;

/// <summary>The program: its commands, and the exit code for whatever goes wrong in them.</summary>
internal static class CommandLine
{
    public static RootCommand Build()
    {
        var root = new RootCommand("A coffee shop of actors that measures the difference between concurrency and parallelism.")
        {
            RunCommand.Create(),
            CompareCommand.Create(),
            WatchCommand.Create(),
            FloorCommand.Create(),
            TheoryCommand.Create(),
            SweepCommand.Create(),
            PlanCommand.Create(),
            CheckCommand.Create(),
            NewCommand.Create(),
            ImportCommand.Create(),
            NodeCommand.Create(),
            ClusterCommand.Create(),
            CertificatesCommand.Create(),
        };
        root.Directives.Clear();
        return root;
    }

    /// <param name="args">The command line.</param>
    /// <param name="errors">Receives error lines; null: standard error.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? errors = null)
    {
        int Fail(string line, int exitCode)
        {
            (errors ?? Console.Error).WriteLine(line);
            return exitCode;
        }

        // A file name may begin with @, and -ab is not a bundle of options.
        var parser = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        var parse = Build().Parse(args.Length == 0 ? ["--help"] : args, parser);
        try
        {
            if (ParseErrors.First(parse) is { } wrong)
            {
                throw wrong;
            }

            if (parse.Action is HelpAction help)
            {
                help.MaxWidth = Terminal.Width;
            }

            // Ctrl-C is handled by GracefulShutdown. Without null here System.CommandLine would end the process itself.
            return await parse.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (InputException wrong)
        {
            return Fail(wrong.Message, ExitCodes.BadInput);
        }
        catch (ReaderGoneException)
        {
            // Nobody reads on, as after `| head`, so there is nobody to tell; but the rest of the command was not done.
            return ExitCodes.Failed;
        }
        catch (Exception failure) when (!ShowsDetails(parse))
        {
            return Fail($"actorcafe: {OneLine(Describe(failure))}", ExitCodes.Failed);
        }
        catch (Exception failure)
        {
            return Fail($"actorcafe: {failure}", ExitCodes.Failed);
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        ShopFailedException or OutputException or NodeFailedException => failure.Message,
        IOException => $"the output could not be written: {failure.Message}",
        _ => $"something unforeseen went wrong: {failure.Message} (--log-level debug shows where)",
    };

    private static bool ShowsDetails(ParseResult parse) =>
        parse.GetResult(SharedOptions.LogLevel) is { Errors: var errors, Tokens: [var level] } && !errors.Any()
        && level.Value is "debug" or "verbose";

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}

/// <summary>The exit codes of the program.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;

    /// <summary>128 + SIGINT: stopped early by Ctrl-C or SIGTERM, after the result was reported.</summary>
    public const int Interrupted = 130;
}
