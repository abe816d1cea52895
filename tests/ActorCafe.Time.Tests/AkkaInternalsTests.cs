using System.Runtime.CompilerServices;
using Akka.Dispatch;

namespace ActorCafe.Time.Tests;

public class AkkaInternalsTests
{
    [Fact]
    public async Task The_referenced_Akka_is_one_whose_actors_the_kernel_can_run_itself()
    {
        await using var system = new VirtualTimeSystem();

        AkkaInternals.AreAsKnown.ShouldBeTrue("a new Akka has other internals: see docs/decisions/0014");
        system.Kernel.Runner.IsEnabled.ShouldBeTrue();
    }

    [Theory]
    [InlineData(typeof(MissingField))]
    [InlineData(typeof(FieldOfAnotherType))]
    [InlineData(typeof(MissingMethod))]
    public void An_Akka_without_such_a_member_is_not_as_known(Type accessors) => AkkaInternals.CanBind(accessors).ShouldBeFalse();

    private static class MissingField
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_status")]
        public static extern ref int Status(Mailbox mailbox);
    }

    private static class FieldOfAnotherType
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_statusDotNotCallMeDirectly")]
        public static extern ref long Status(Mailbox mailbox);
    }

    private static class MissingMethod
    {
        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ProcessAllSystemMessages")]
        public static extern void ProcessAllSystemMessages(Mailbox mailbox, int atMost);
    }
}
