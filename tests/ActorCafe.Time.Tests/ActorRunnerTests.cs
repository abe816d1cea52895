using ActorCafe.Time.Tests.Programs;
using Akka.Actor;

namespace ActorCafe.Time.Tests;

/// <summary>Two actors, a0 and a1, on both ways of running them. Each log is written out by hand.</summary>
public class ActorRunnerTests
{
    private static readonly Note Empty = new("n");

    private static readonly Dictionary<string, Action<Player>[]> Programs = new()
    {
        ["stop in a message"] = [Acts.Tell(0, new Note("stop", Acts.StopSelf())), Acts.Tell(0, Empty), Acts.Tell(1, Empty)],
        ["throw"] = [Acts.Tell(0, new Note("throw", Acts.Throw(Directive.Restart))), Acts.Tell(0, Empty), Acts.Tell(1, Empty), Acts.Tell(0, Empty)],
        ["resume"] = [Acts.Tell(0, new Note("throw", Acts.Throw(Directive.Resume))), Acts.Tell(0, Empty), Acts.Tell(1, Empty)],
        ["poison"] = [Acts.Tell(0, PoisonPill.Instance), Acts.Tell(0, Empty), Acts.Tell(1, Empty)],
        ["kill"] = [Acts.Tell(0, Kill.Instance), Acts.Tell(0, Empty), Acts.Tell(1, Empty)],
        ["identify"] = [Acts.Tell(1, new Note("ask", Acts.Identify(0)))],
        ["watch"] = [Acts.Tell(0, new Note("watch", Acts.Watch(1))), Acts.Tell(1, new Note("stop", Acts.StopSelf())), Acts.Tell(0, Empty)],
        ["timer tells another, then itself"] = [Acts.Later(0, 1, new Note("both", Acts.Tell(1, Empty), Acts.TellSelf(Empty)))],
        ["timer, answered before itself"] = [Acts.Later(0, 1, new Note("both", Acts.Tell(1, new Note("back", Acts.Tell(0, new Note("answer")))), Acts.TellSelf(Empty)))],
        ["timer of poison"] = [Acts.Later(0, 1, PoisonPill.Instance), Acts.Later(0, 1, Empty, rank: 1), Acts.Later(1, 1, Empty, rank: 1)],
        ["timer throws"] = [Acts.Later(0, 1, new Note("throw", Acts.Throw(Directive.Restart))), Acts.Later(0, 1, Empty, rank: 1)],
        ["stopped before its messages"] = [Acts.Tell(1, Empty), Acts.Tell(0, new Note("stop it", Acts.Stop(1))), Acts.Tell(1, Empty)],
        ["selection"] = [Acts.Select(0, Empty)],
    };

    [Theory]
    [InlineData("stop in a message", "0 a0: stop", "0 a0: PostStop", "0 a1: n")]
    [InlineData("throw", "0 a0: throw", "0 a1: n", "0 root: supervises Fault", "0 a0: PreRestart Fault at throw", "0 a0: PostStop", "0 a0: PostRestart Fault", "0 a0: n", "0 a0: n")]
    [InlineData("resume", "0 a0: throw", "0 a1: n", "0 root: supervises Fault", "0 a0: n")]
    [InlineData("poison", "0 a0: PostStop", "0 a1: n")]
    [InlineData("kill", "0 a1: n", "0 root: supervises ActorKilledException", "0 a0: PostStop")]
    [InlineData("identify", "0 a1: ask", "0 a1: identity of a0")]
    [InlineData("watch", "0 a0: watch", "0 a0: n", "0 a1: stop", "0 a1: PostStop", "0 a0: Terminated a1")]
    [InlineData("timer tells another, then itself", "1 a0: both", "1 a0: n", "1 a1: n")]
    [InlineData("timer, answered before itself", "1 a0: both", "1 a0: n", "1 a1: back", "1 a0: answer")]
    [InlineData("timer of poison", "1 a0: PostStop", "1 a1: n")]
    [InlineData("timer throws", "1 a0: throw", "1 root: supervises Fault", "1 a0: PreRestart Fault at throw", "1 a0: PostStop", "1 a0: PostRestart Fault", "1 a0: n")]
    [InlineData("stopped before its messages", "0 a0: stop it", "0 a1: PostStop")]
    [InlineData("selection", "0 a0: n")]
    public async Task Messages_failures_and_ends_come_in_Akkas_order(string program, params string[] expected)
    {
        foreach (var kind in new[] { ActorKind.Plain, ActorKind.Direct })
        {
            (await PlayAsync(true, kind, Programs[program])).ShouldBe(expected, ignoreOrder: false, $"{kind}, run by the kernel");
            (await PlayAsync(false, kind, Programs[program])).ShouldBe(expected, ignoreOrder: false, $"{kind}, run by Akka's mailboxes");
        }
    }

    [Theory]
    [InlineData(ActorKind.Plain, true)]
    [InlineData(ActorKind.Plain, false)]
    [InlineData(ActorKind.Direct, true)]
    [InlineData(ActorKind.Direct, false)]
    public async Task After_101_messages_in_a_row_it_is_another_mailboxs_turn(ActorKind kind, bool runsActorsItself)
    {
        // The 50th concerns the actor's own mailbox, and does not begin the count anew.
        Action<Player>[] program = [Acts.Flood(0, 49), Acts.Tell(0, new Note("watch", Acts.Watch(1))), Acts.Flood(0, 60), Acts.Tell(1, Empty)];

        var log = await PlayAsync(runsActorsItself, kind, program);

        log.IndexOf("0 a1: n").ShouldBe(101);
        log.Count.ShouldBe(111);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_is_from_whoever_sent_it(bool runsActorsItself)
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var stage = new Stage(system.Kernel);
        system.Start(root => root.OnPreStart = context =>
        {
            var receiver = context.ActorOf(ProgramActor.Props(stage, ActorKind.Direct), "receiver");
            receiver.Tell(Empty, context.Self);
            receiver.Tell(Empty, ActorRefs.NoSender);
            receiver.Tell(Empty, receiver);
            system.Kernel.Schedule(TimeSpan.FromSeconds(1), 0, receiver, Empty);
        });

        system.Run();

        stage.Log.Take(5).ShouldBe(["0 receiver: PreStart", "0 receiver: n from $a", "0 receiver: n from deadLetters", "0 receiver: n from receiver", "1 receiver: n from /Nobody"]);
    }

    /// <summary>What two actors of a kind log from the program's first message until it is over, without senders.</summary>
    private static async Task<List<string>> PlayAsync(bool runsActorsItself, ActorKind kind, Action<Player>[] program)
    {
        var log = await Theatre.PlayAsync(runsActorsItself, player =>
        {
            player.Create(kind);
            player.Create(kind);
            foreach (var act in program)
            {
                act(player);
            }
        });
        return log[0]
            .Where(line => !line.EndsWith(": PreStart", StringComparison.Ordinal) && !line.Contains(": begin ", StringComparison.Ordinal) && !line.StartsWith("20 ", StringComparison.Ordinal))
            .Select(line => line.Split(" from ")[0].Replace("program0", "root", StringComparison.Ordinal))
            .ToList();
    }
}
