using ActorCafe.Pictures.Report;

namespace ActorCafe.Pictures.Tests;

public sealed class PicturesDependencyTests
{
    [Fact]
    public void Pictures_know_the_shop_and_no_console_no_configuration_and_no_actors() =>
        typeof(ReportHtml).Assembly.GetReferencedAssemblies().Select(name => name.Name)
            .Where(name => name!.StartsWith("ActorCafe", StringComparison.Ordinal) || name.StartsWith("Akka", StringComparison.Ordinal) || name == "System.Console")
            .Order().ShouldBe(["ActorCafe.Queueing", "ActorCafe.Shop"]);
}
