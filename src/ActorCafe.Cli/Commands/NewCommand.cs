using System.CommandLine;
using System.Text;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary><c>new</c>: writes a commented shop file to start from.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Name = new("NAME")
    {
        Description = "The shop's name, or a path ending in it; the file is NAME.conf",
    };

    public static Command Create()
    {
        var command = new Command("new", "Write a commented shop file to start from") { Name };
        command.SetAction(parse => Write(parse.GetRequiredValue(Name)));
        return command;
    }

    private static int Write(string path)
    {
        var file = path.EndsWith(".conf", StringComparison.Ordinal) ? path : $"{path}.conf";
        var name = Path.GetFileNameWithoutExtension(file);
        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl))
        {
            throw new InputException("new", path, "a shop needs a name", "letters, digits, - and _");
        }

        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new InputException("new", file, "it is there already and is not overwritten", "choose another name");
        }

        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(Template().Replace("@name@", Quoted(name), StringComparison.Ordinal)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw problem is DirectoryNotFoundException
                ? new InputException("new", file, "its folder does not exist", "make the folder first")
                : new InputException("new", file, $"it cannot be written: {problem.Message}", "choose another place");
        }

        Console.Out.WriteLine($"{file} is written. Play it: actorcafe run {file}");
        return ExitCodes.Done;
    }

    private static string Quoted(string name) =>
        $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Template()
    {
        using var resource = typeof(NewCommand).Assembly.GetManifestResourceStream("new-shop.conf")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
