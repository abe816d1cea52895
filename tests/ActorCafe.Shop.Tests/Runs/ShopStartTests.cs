using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Running;
using ActorCafe.Time;
using Akka.Configuration;
using Akka.Dispatch;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class ShopStartTests
{
    /// <summary>
    /// Akka starts the mailbox of a top-level actor first and connects its reference a moment later, on another thread. Messages sent in
    /// between pass through that thread.
    /// </summary>
    [Fact]
    public async Task A_run_waits_until_Akka_has_put_its_root_in_place()
    {
        var shop = Shops.Single(1, new Deterministic(1)).WithTrace(0, 10);
        var slow = ConfigurationFactory.ParseString($$"""
            cafe.dispatcher { type = "{{typeof(SlowStartConfigurator).AssemblyQualifiedName}}" }
            """);

        var play = new SingleRun(shop, slow.WithFallback(ActorSystems.ConfigOf(shop)), new Recorder(shop));
        var result = await play.RunAsync(CancellationToken.None);

        result.Orders.Served.ShouldBe(2);
    }

    [Theory]
    [InlineData("shared-queue-pool")]
    [InlineData("random-pool")]
    public async Task A_stage_has_letters_of_any_language_in_its_name(string router)
    {
        var shop = Shops.Pipeline().WithStage("grinder", grinder => grinder with { Name = "Mühle-кофе", Router = router });

        var result = await TestRuns.RunAsync(shop);

        (result.Orders.Served, result.Stages[1].Name).ShouldBe((200, "Mühle-кофе"));
    }

    /// <summary>The virtual dispatcher, except that the thread that starts the root pauses just after waking the kernel.</summary>
    private sealed class SlowStartConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : MessageDispatcherConfigurator(config, prerequisites)
    {
        private MessageDispatcher? _dispatcher;

        public override MessageDispatcher Dispatcher() => _dispatcher ??= new SlowStart(
            this, new VirtualDispatcherConfigurator(Config, Prerequisites).Dispatcher(), ((VirtualScheduler)Prerequisites.Scheduler).Kernel);
    }

    private sealed class SlowStart(MessageDispatcherConfigurator configurator, MessageDispatcher inner, VirtualKernel kernel)
        : MessageDispatcher(configurator)
    {
        protected override void ExecuteTask(IRunnable run)
        {
            inner.Schedule(run);
            if (!kernel.IsCurrent)
            {
                using var hold = new ManualResetEventSlim();
                hold.Wait(TimeSpan.FromMilliseconds(300));
            }
        }

        protected override void Shutdown()
        {
            // It has nothing to stop.
        }
    }
}
