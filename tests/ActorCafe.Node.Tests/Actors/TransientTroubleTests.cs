using ActorCafe.Node.Actors;
using Microsoft.Extensions.Time.Testing;
using Serilog.Events;
using Serilog.Parsing;

namespace ActorCafe.Node.Tests.Actors;

public sealed class TransientTroubleTests
{
    private const string NoSeed = "Couldn't join seed nodes after [2] attempts, will try again. seed-nodes=[akka.tcp://actorcafe@127.0.0.1:4050]";
    private const string NoCoordinator = "machine: No coordinator found to register. Has Cluster Sharding been started on every node? Total [96] buffered messages.";

    private readonly FakeTimeProvider _time = new();
    private readonly TransientTrouble _trouble;

    public TransientTroubleTests() => _trouble = new TransientTrouble(_time);

    [Theory]
    [InlineData("AssociationError [akka.tcp://a@h:1] -> akka.tcp://a@h:2: Error [Connection refused tcp://a@h:2] []")]
    [InlineData("AssociationError [akka.tcp://a@h:1] -> akka.tcp://a@gone:2: Error [Association failed with akka.tcp://a@gone:2] []")]
    [InlineData("Tried to associate with unreachable remote address [akka.tcp://a@gone:2]. Reason: [...] Caused by: [System.Net.Sockets.SocketException (5): Name or service not known")]
    [InlineData("Association with remote system akka.tcp://a@h:2 has failed; address is now gated for 1000 ms. Reason is: [Akka.Remote.EndpointDisassociatedException: Disassociated")]
    [InlineData("Disassociated")]
    [InlineData("Unable to REMOVE channel [[::ffff:127.0.0.1]:1->[::ffff:127.0.0.1]:2](Id=3) from connection group. May not shut down cleanly.")]
    public void A_connection_that_ends_or_an_address_where_nobody_answers_is_not_logged(string warning) => Log(warning).ShouldBeFalse();

    [Theory]
    [InlineData("AssociationError [akka.tcp://a@h:1] <- akka.tcp://a@h:2: Error [The remote certificate was rejected]")]
    [InlineData("Tried to associate with unreachable remote address [akka.tcp://a@h:2]. Reason: [...] Caused by: [System.Security.Authentication.AuthenticationException]")]
    [InlineData("Marking node as UNREACHABLE [Member(address = akka.tcp://a@h:2)]")]
    public void Any_other_trouble_is_logged_each_time(string warning) => (Log(warning) && Log(warning)).ShouldBeTrue();

    [Theory]
    [InlineData(NoSeed)]
    [InlineData("AssociationError [akka.tcp://a@h:1] -> akka.tcp://a@h:2: Error [The remote system has quarantined this system. No further associations are possible]")]
    public void What_is_repeated_until_it_is_resolved_is_logged_once_until_then(string warning)
    {
        var logged = Repeat(warning, every: TimeSpan.FromSeconds(5), times: 100);
        _time.Advance(TimeSpan.FromMinutes(2));

        logged.ShouldBe([0]);
        Log(warning).ShouldBeTrue();
    }

    [Theory]
    [InlineData(NoCoordinator)]
    [InlineData("machine: Requested shard homes [0, 1] from coordinator at [[akka.tcp://actorcafe@127.0.0.1:4155/system/x]]. [191] total buffered messages.")]
    [InlineData("machine: Trying to register to coordinator at [/system/x], but no acknowledgement. Total [98] buffered messages.")]
    [InlineData("machine: The ShardCoordinator was unable to update a distributed state within 'updating-state-timeout': 1000 millis (retrying).")]
    public void A_coordinator_that_is_missing_is_logged_once_and_only_if_it_stays_away(string warning) =>
        Repeat(warning, every: TimeSpan.FromSeconds(0.5), times: 200).ShouldBe([60]);

    private int[] Repeat(string warning, TimeSpan every, int times) =>
    [
        .. Enumerable.Range(0, times).Where(_ =>
        {
            var isLogged = Log(warning);
            _time.Advance(every);
            return isLogged;
        }),
    ];

    private bool Log(string warning) => _trouble.IsEnabled(new LogEvent(
        DateTimeOffset.UnixEpoch, LogEventLevel.Warning, null, new MessageTemplateParser().Parse("{Message:l}"), [new LogEventProperty("Message", new ScalarValue(warning))]));
}
