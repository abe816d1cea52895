using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActorCafe.Packages.Tests;

/// <summary>The programs in the documentation compile as they are, as a console program of the SDK does, and print what is shown below them.</summary>
public sealed class DocumentedProgramsTests
{
    // Those that the SDK adds to every console program.
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
    ];

    // So does the SDK: assemblies that were built for an earlier runtime.
    private static readonly Dictionary<string, ReportDiagnostic> Suppressed = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    public static TheoryData<string, int> Programs
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var program in DocumentedProgram.All)
            {
                data.Add(program.Page, program.Line);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_prints_what_is_shown(string page, int line)
    {
        var program = DocumentedProgram.All.Single(program => program.Page == page && program.Line == line);
        using var folder = new TempFolder();

        var printed = await RunAsync(Compile(program, folder));

        program.Output.ShouldNotBeNull();
        ShownOutput.Is(program.Output, printed).ShouldBeTrue($"{page}:{line} printed\n{printed}");
    }

    private static Assembly Compile(DocumentedProgram program, TempFolder folder)
    {
        var name = $"Program{program.Line}of{Path.GetFileNameWithoutExtension(program.Page)}";
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program.Text)],
            References,
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: Suppressed));
        var file = folder.File($"{name}.dll");
        compilation.Emit(file).Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        // Akka finds a router by the name of its type, and so only in assemblies that are loaded from files.
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
    }

    private static async Task<string> RunAsync(Assembly program)
    {
        var (console, folder) = (Console.Out, Environment.CurrentDirectory);
        using var printed = new StringWriter();
        Console.SetOut(printed);
        // Paths in the documentation are those of the repository.
        Environment.CurrentDirectory = Repository.Root;
        try
        {
            var main = program.GetTypes().Single(type => type.Name == "Program").GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
            await (Task)main.Invoke(null, [Array.Empty<string>()])!;
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }

        return printed.ToString();
    }
}
