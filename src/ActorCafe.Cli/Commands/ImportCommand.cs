using System.Collections.Immutable;
using System.CommandLine;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Reporting;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Import;
using ActorCafe.Import.Columns;

namespace ActorCafe.Cli.Commands;

/// <summary><c>import</c>: turns what a till or a spreadsheet exports into a trace per day and a shop file to start from.</summary>
internal static class ImportCommand
{
    private const string NameOption = "--name";

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Exports: .csv or other text with separators, or .xlsx",
    };

    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "DIR",
        Description = "Write into DIR (default: the current folder)",
    };

    private static readonly Option<string> Name = new(NameOption)
    {
        HelpName = "NAME",
        Description = "The shop's name: writes NAME.conf and a trace per day in NAME/ (default: the file's name)",
    };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Overwrite existing files, but never an imported one",
    };

    private static readonly Option<string> Day = new("--day")
    {
        HelpName = "DATE",
        Description = "The day that NAME.conf runs, such as 2024-03-01 (default: the day with the most orders)",
    };

    private static readonly Option<string> Dates = new("--dates")
    {
        HelpName = "ORDER",
        Description = "How dates such as 03/04/2024 are written: d/m/y, m/d/y or y/m/d (default: inferred from the other dates)",
    };

    private static readonly Option<string[]> Where = new("--where")
    {
        HelpName = "COLUMN=VALUE",
        Description = "Only rows with this value, such as \"Location=Downtown\"; repeatable",
    };

    private static readonly Option<string> Report = new("--report")
    {
        HelpName = "DIR",
        Description = "Write a page with pictures of the arrivals and the fitted service times (DIR/index.html), and each picture as SVG and PNG",
    };

    private static readonly (ColumnRole Role, Option<string> Option)[] Columns =
    [
        (ColumnRole.Time, Column("--time", "The column of the time, with or without a date")),
        (ColumnRole.Date, Column("--date", "The column of the date, where it is another one")),
        (ColumnRole.Drink, Column("--drink", "The column of the drink")),
        (ColumnRole.Customer, Column("--customer", "The column of the customer or the receipt")),
        (ColumnRole.Quantity, Column("--quantity", "The column of the quantity: 2 is two orders")),
        (ColumnRole.Service, Column("--service", "The column of the service time, in seconds or as hh:mm:ss")),
    ];

    public static Command Create()
    {
        var command = new Command("import", "Turn the export of a till or a spreadsheet into traces and a shop file; columns are found by name and content, or named here") { Files, Out, Name, Force, Day, Dates, Where, Report };
        foreach (var (_, option) in Columns)
        {
            command.Add(option);
        }

        command.Add(SharedOptions.Quiet);
        command.SetAction(Import);
        return command;
    }

    private static int Import(ParseResult parse)
    {
        var files = parse.GetValue(Files)!;
        var outputs = new ImportedFiles(parse.GetValue(Out) ?? "", NameOf(files, parse.GetValue(Name)));
        using var report = parse.GetValue(Report) is { } path ? ReportFolder.Open(path) : null;
        var sales = Importer.Import(new()
        {
            Files = [.. files],
            Columns = Columns.Where(column => parse.GetValue(column.Option) is not null).ToImmutableDictionary(column => column.Role, column => parse.GetValue(column.Option)!),
            Where = [.. parse.GetValue(Where) ?? []],
            DateOrder = parse.GetValue(Dates),
            Day = parse.GetValue(Day),
        });
        outputs.Write(sales, files, parse.GetValue(Force));
        var page = report?.Write(ImportPage.Of(sales, outputs));
        if (!parse.GetValue(SharedOptions.Quiet))
        {
            var console = Terminal.StandardOutput();
            foreach (var line in ImportReport.Of(sales, outputs))
            {
                console.WriteWrapped(line);
            }

            if (page is not null)
            {
                console.WriteWrapped($"The report is in {page}.");
            }
        }

        return ExitCodes.Done;
    }

    private static string NameOf(string[] files, string? given)
    {
        if (given is null && files.Length > 1)
        {
            throw new InputException("import", NameOption, "several files need a name together", $"write {NameOption} NAME");
        }

        var name = given ?? Path.GetFileNameWithoutExtension(files[0]);
        return string.IsNullOrWhiteSpace(name) || name is "." or ".." || name.Any(char.IsControl) || name.IndexOfAny(['/', '\\']) >= 0
            ? throw new InputException(NameOption, name, "it cannot be the name of a file and a folder", "write a name without / and use --out for the folder")
            : name;
    }

    private static Option<string> Column(string name, string description) => new(name) { HelpName = "COLUMN", Description = description };
}
