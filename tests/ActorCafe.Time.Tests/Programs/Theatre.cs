using Akka.Actor;
using Akka.Actor.Dsl;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>Plays programs, each for some time on a stage of its own, one after another in a single run.</summary>
internal static class Theatre
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(20);

    /// <summary>Plays the programs and returns their logs.</summary>
    /// <param name="runsActorsItself">Whether the kernel runs the actors itself, or Akka's mailboxes do.</param>
    /// <param name="programs">What the first actor of each does at first.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> PlayAsync(bool runsActorsItself, params Action<Player>[] programs)
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var stages = programs.Select(_ => new Stage(kernel)).ToList();
        system.Start(root =>
        {
            root.Strategy = new OneForOneStrategy(_ => Directive.Stop);
            root.OnPreStart = context =>
            {
                for (var number = 0; number < programs.Length; number++)
                {
                    kernel.Schedule(number * Each, 0, context.Self, number);
                }

                kernel.Schedule(programs.Length * Each, 0, context.Self, programs.Length);
            };
            IActorRef current = ActorRefs.Nobody;
            root.Receive<int>((number, context) =>
            {
                context.Stop(current);
                if (number == programs.Length)
                {
                    kernel.Stop();
                    return;
                }

                current = context.ActorOf(ProgramActor.Props(stages[number], ActorKind.Plain), FormattableString.Invariant($"program{number}"));
                current.Tell(new Note("begin", programs[number]));
            });
        });

        system.Run();

        return [.. stages.Select(stage => stage.Log)];
    }
}
