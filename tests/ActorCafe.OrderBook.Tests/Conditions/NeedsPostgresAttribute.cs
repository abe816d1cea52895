using ActorCafe.OrderBook.Tests.Fixtures;

namespace ActorCafe.OrderBook.Tests.Conditions;

/// <summary>Needs PostgreSQL's programs. With ACTORCAFE_REQUIRE_POSTGRES=1 the test fails without them instead of being skipped.</summary>
public sealed class NeedsPostgresAttribute : NeedsAttribute
{
    public override string? Missing => PostgresServer.Programs is not null || IsRequired
        ? null
        : "PostgreSQL is not installed (apt-get install postgresql)";

    private static bool IsRequired => Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_POSTGRES") == "1";
}
