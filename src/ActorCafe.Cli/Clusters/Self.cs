using System.Diagnostics;

namespace ActorCafe.Cli.Clusters;

/// <summary>This program, as it was started.</summary>
internal static class Self
{
    /// <summary>How to start it once more with other arguments, its three streams in our hands.</summary>
    public static ProcessStartInfo Again(IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        // dotnet actorcafe.dll: the program is dotnet, and the café its first argument.
        string[] dll = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "actorcafe.dll")] : [];
        return new ProcessStartInfo(program, [.. dll, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
