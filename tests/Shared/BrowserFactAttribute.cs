namespace ActorCafe.Tests.Shared;

/// <summary>Needs Chromium. With ACTORCAFE_REQUIRE_CHROMIUM=1 the test fails instead of being skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Chromium.IsInstalled && Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_CHROMIUM") != "1")
        {
            Skip = "Chromium is not installed (apt-get install chromium)";
        }
    }
}
