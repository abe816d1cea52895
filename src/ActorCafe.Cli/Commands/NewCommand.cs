using System.CommandLine;
using System.Text;
using ActorCafe.Cli.NewShops;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using Spectre.Console;

namespace ActorCafe.Cli.Commands;

/// <summary><c>new</c>: writes a commented shop file, from five questions or from a template.</summary>
internal static class NewCommand
{
    private const string Extension = ".conf";
    private const string Target = "p95 < 6m";

    private static readonly Argument<string?> Name = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The shop's name, or a path that ends in it; the file is NAME.conf",
    };

    private static readonly Option<string> From = new(ShopTemplate.Option)
    {
        HelpName = "TEMPLATE",
        Description = $"Start from a complete shop: {ShopTemplate.Names}",
    };

    public static Command Create()
    {
        var command = new Command("new", "Write a commented shop file to start from; without NAME, ask five questions first") { Name, From };
        command.SetAction(parse => Run(parse.GetValue(Name), parse.GetValue(From)));
        return command;
    }

    private static int Run(string? path, string? from)
    {
        if (from is not null)
        {
            var template = ShopTemplate.Find(from);
            return Write(FileOf(path ?? template.Name), template.Text, template.Target);
        }

        return path is not null ? Write(FileOf(path), StarterText, Target)
            : Console.IsInputRedirected || Console.IsOutputRedirected ? throw new InputException("actorcafe", "new", "the five questions need a terminal", $"give a NAME, or {ShopTemplate.Option} with one of {ShopTemplate.Names}")
            : AskAndWrite();
    }

    private static int AskAndWrite()
    {
        var file = FreeFile();
        var console = Terminal.StandardOutput();
        console.WriteWrapped($"Five questions about your shop, which is then written to {file}. Enter accepts the suggestion in brackets; Ctrl-C writes nothing.");
        if (ShopQuestions.Ask(Console.In, console) is not { } answers)
        {
            console.WriteWrapped("Nothing was written.");
            return ExitCodes.Interrupted;
        }

        console.WriteLine();
        return Write(file, name => AnsweredShop.Text(answers, name), answers.Target);
    }

    private static int Write(string file, Func<string, string> text, string target)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl))
        {
            throw new InputException("new", file, "a shop needs a name", "use letters, digits, - and _");
        }

        if (IsTaken(file))
        {
            throw new InputException("new", file, "it is there already and is not overwritten", "choose another name");
        }

        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text(name)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw problem is DirectoryNotFoundException
                ? new InputException("new", file, "its folder does not exist", "make the folder first")
                : new InputException("new", file, $"it cannot be written: {problem.Message}", "choose another place");
        }

        var shown = InShell(file);
        Console.Out.WriteLine($"{file} is written. Try next:");
        Console.Out.WriteLine($"  actorcafe run {shown}");
        Console.Out.WriteLine($"  actorcafe plan {shown} --target \"{target}\"");
        Console.Out.WriteLine($"  actorcafe floor {shown}");
        return ExitCodes.Done;
    }

    private static string FileOf(string path) => path.EndsWith(Extension, StringComparison.Ordinal) ? path : path + Extension;

    private static string FreeFile() => Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? $"shop{Extension}" : $"shop-{number}{Extension}")
        .First(file => !IsTaken(file));

    private static bool IsTaken(string file) => File.Exists(file) || Directory.Exists(file);

    private static string InShell(string file) => file.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '\\' or ':') ? file : $"\"{file}\"";

    private static string StarterText(string name)
    {
        using var resource = typeof(NewCommand).Assembly.GetManifestResourceStream("new-shop.conf")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().Replace("@name@", HoconPath.InQuotes(name), StringComparison.Ordinal);
    }
}
