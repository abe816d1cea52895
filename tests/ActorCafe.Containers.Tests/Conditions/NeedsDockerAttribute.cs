using ActorCafe.Containers.Tests.Fixtures;

namespace ActorCafe.Containers.Tests.Conditions;

/// <summary>Needs a container engine and Compose. With ACTORCAFE_REQUIRE_DOCKER=1 the test fails without them instead of being skipped.</summary>
public sealed class NeedsDockerAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(WhyNot);

    public override string? Missing => IsRequired ? null : Reason.Value;

    /// <summary>Whether nothing is missing.</summary>
    public static bool IsThere => IsRequired || Reason.Value is null;

    private static bool IsRequired => Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_DOCKER") == "1";

    private static string? WhyNot() =>
        !Docker.Answers("version") ? "no container engine answers (docker version)"
        : !Docker.Answers("compose", "version") ? "Compose is not installed (docker compose version)"
        : null;
}
