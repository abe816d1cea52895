namespace ActorCafe.Cli.Tests.Docs;

/// <summary>Needs python3. With ACTORCAFE_REQUIRE_PYTHON=1 the test fails instead of being skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "python3"))) && Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_PYTHON") != "1")
        {
            Skip = "python3 is not installed";
        }
    }
}
