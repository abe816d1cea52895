using ActorCafe.Pictures.Recording;
using ActorCafe.Shop;

namespace ActorCafe.Pictures.Tests.Recording;

public sealed class ShopRecordingTests
{
    public static TheoryData<string> Shops => ["solo", "duplicated", "pipeline", "more-grinders", "more-machines"];

    [Theory]
    [MemberData(nameof(Shops))]
    public async Task Levels_over_time_average_to_the_result(string name)
    {
        var (played, _) = await RecordedRuns.EssayAsync(name);
        var (recording, result) = (played.Recording, played.Result);

        recording.End.TotalSeconds.ShouldBe(result.Makespan!.Value, 1e-6);
        Mean(recording.Concurrency).ShouldBe(result.Concurrency.Mean!.Value, 1e-6);
        Mean(recording.Parallelism).ShouldBe(result.Parallelism.Mean!.Value, 1e-6);
        recording.Concurrency.Max(slot => slot.Largest).ShouldBe((int)result.Concurrency.Max!.Value);
        recording.Workers.ShouldAllBe(slot => slot.Mean == result.Stages.Sum(stage => stage.Workers));
        foreach (var (at, stage) in result.Stages.Index())
        {
            Mean(recording.Queue(at)).ShouldBe(stage.QueueLength.Mean!.Value, 1e-6);
            recording.Queue(at).Max(slot => slot.Largest).ShouldBe((int)stage.QueueLength.Max!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Shops))]
    public async Task Spans_are_the_visits_of_the_first_orders(string name)
    {
        var (played, visits) = await RecordedRuns.EssayAsync(name);
        played.Recording.Spans.Where(span => span.Activity == WorkerActivity.Serving)
            .Select(span => (span.Order, span.Stage, span.Worker, span.From, span.To))
            .Order().ShouldBe(visits.Where(visit => visit.Order <= ShopRecording.FirstOrders).Order());
        played.Recording.Spans.Any(span => span.IsHeld).ShouldBe(name is "solo" or "duplicated");
        played.Recording.Spans.GroupBy(span => (span.Stage, span.Worker))
            .ShouldAllBe(lane => lane.Zip(lane.Skip(1)).All(pair => pair.First.To <= pair.Second.From));
    }

    [Fact]
    public async Task What_is_recorded_counts_from_opening()
    {
        var (early, _) = await RecordedRuns.EssayAsync("pipeline");

        var (late, _) = await RecordedRuns.ShopAsync("pipeline", "cafe.customers.opens-at=8h");

        late.Recording.Spans.ShouldBe(early.Recording.Spans);
        late.Recording.Concurrency.ShouldBe(early.Recording.Concurrency);
        late.Recording.Workers.ShouldBe(early.Recording.Workers);
        late.Recording.Queue(1).ShouldBe(early.Recording.Queue(1));
        late.Recording.End.ShouldBe(early.Recording.End);
    }

    [Fact]
    public async Task What_has_not_ended_is_kept_to_the_end_of_the_run()
    {
        var (played, _) = await RecordedRuns.ShopAsync("pipeline", "cafe.customers.stop-at=5m");
        played.Recording.End.ShouldBe(TimeSpan.FromMinutes(5));
        played.Recording.Spans.ShouldContain(span => span.To == TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Few_workers_all_have_lanes_and_of_many_those_who_served()
    {
        var (few, _) = await RecordedRuns.EssayAsync("more-machines");
        WorkerLane.Of(few).Select(lane => lane.Name).ShouldBe(["waiter", "grinder 1", "grinder 2", "machine 1", "machine 2"]);

        var (many, _) = await RecordedRuns.ShopAsync("pipeline", "akka.actor.deployment./cafe/grinder.nr-of-instances=40");
        WorkerLane.Of(many).Count.ShouldBeInRange(3, 2 + ShopRecording.FirstOrders);
        WorkerLane.Of(many).ShouldAllBe(lane => lane.Spans.Count > 0);
    }

    private static double Mean(IReadOnlyList<LevelSlot> slots) =>
        slots.Sum(slot => slot.Mean * slot.Length.TotalSeconds) / slots.Sum(slot => slot.Length.TotalSeconds);
}
