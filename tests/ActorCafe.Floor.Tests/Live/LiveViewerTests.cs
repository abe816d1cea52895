using ActorCafe.Floor.Live;

namespace ActorCafe.Floor.Tests.Live;

/// <summary>What a viewer of a growing log is sent.</summary>
public sealed class LiveViewerTests
{
    private readonly ViewedLog _log = new();

    [Fact]
    public void A_viewer_is_shown_the_present_and_then_every_fact_once()
    {
        _log.Join(1, 3);
        var viewer = _log.Viewer();

        var scene = ViewedLog.Messages(viewer).ShouldHaveSingleItem();
        _log.Join(4, 2);
        var facts = ViewedLog.Messages(viewer).ShouldHaveSingleItem();

        (scene.Kind, scene.Id).ShouldBe(("scene", 3));
        scene.Data.GetProperty("run").GetString().ShouldBe("run");
        scene.Facts().Select(fact => fact.Worker).ShouldBe([1, 2, 3]);
        (facts.Kind, facts.Id).ShouldBe(("facts", 5));
        facts.Facts().Select(fact => (fact.Ticks, fact.Worker)).ShouldBe([(40_000, 4), (50_000, 5)]);
        ViewedLog.Sent(viewer).ShouldBeEmpty();
    }

    [Fact]
    public void A_viewer_who_comes_back_misses_nothing_and_is_sent_nothing_twice()
    {
        var seen = new List<FactMessage>(ViewedLog.Messages(_log.Viewer()));
        for (var round = 0; round < 5; round++)
        {
            _log.Join((round * 9_000) + 1, 9_000);
            var back = _log.Viewer(seen[^1].Id);
            seen.AddRange(ViewedLog.Messages(back));
            _log.Log.Add(new MachineChange("machine-1", $"node {round}"), TimeSpan.FromHours(1));
        }

        seen.AddRange(ViewedLog.Messages(_log.Viewer(seen[^1].Id)));

        seen[0].Kind.ShouldBe("scene");
        seen.Skip(1).ShouldAllBe(message => message.Kind == "facts" || message.Kind == "machine");
        seen.SelectMany(message => message.Facts()).Select(fact => fact.Worker).ShouldBe(Enumerable.Range(1, 45_000).Select(worker => (long)worker));
        seen.Where(message => message.Kind == "machine").Select(message => message.Data.GetProperty("node").GetString()).ShouldBe([.. Enumerable.Range(0, 5).Select(round => $"node {round}")]);
    }

    [Fact]
    public void After_more_than_the_log_keeps_a_viewer_begins_anew()
    {
        var last = ViewedLog.Messages(_log.Viewer())[^1].Id;
        _log.Join(1, EntryRing.Size);
        ViewedLog.Messages(_log.Viewer(last))[0].Kind.ShouldBe("facts");

        _log.Join(EntryRing.Size + 1, 1);
        var back = _log.Viewer(last);
        var scene = ViewedLog.Messages(back).ShouldHaveSingleItem();
        _log.Join(EntryRing.Size + 2, 1);

        (scene.Kind, scene.Id).ShouldBe(("scene", EntryRing.Size + 1));
        ViewedLog.Messages(back).ShouldHaveSingleItem().Id.ShouldBe(EntryRing.Size + 2);
    }

    [Fact]
    public void A_number_that_is_not_reached_yet_begins_anew()
    {
        ViewedLog.Messages(_log.Viewer());

        ViewedLog.Messages(_log.Viewer(after: 7)).ShouldHaveSingleItem().Kind.ShouldBe("scene");
    }

    [Fact]
    public void Above_2000_facts_a_second_levels_are_sent_alone_and_a_scene_follows()
    {
        var viewer = _log.Viewer();
        ViewedLog.Messages(viewer);
        ViewedLog.Messages(viewer);
        _log.Join(1, 3_000);
        _log.Log.Add(new MachineChange("machine-1", "somewhere"), TimeSpan.FromHours(1));

        var crowd = new List<FactMessage>(ViewedLog.Messages(viewer));
        for (var look = 0; look < 10; look++)
        {
            _log.Join(3_001 + (look * 150), 150);
            crowd.AddRange(Later(viewer));
        }

        var after = Enumerable.Range(0, 40).SelectMany(_ => Later(viewer)).ToList();

        // Half a second, at 10 a second.
        crowd.Count(message => message.Kind == "levels" && message.Data.GetProperty("alone").GetBoolean()).ShouldBe(5);
        after.Last(message => message.Kind == "scene").Data.GetProperty("levels").GetProperty("alone").GetBoolean().ShouldBeFalse();
        crowd.ShouldAllBe(message => message.Id == null && message.Kind != "facts");
        crowd.Single(message => message.Kind == "machine").Data.GetProperty("node").GetString().ShouldBe("somewhere");
        after.Where(message => message.Kind != "levels").ShouldHaveSingleItem().Kind.ShouldBe("scene");
        after.Last(message => message.Kind == "scene").Facts().Count().ShouldBe(4_500);
    }

    /// <summary>200 orders per second are some 2,800 facts, of which a viewer is sent the levels alone.</summary>
    [Theory]
    [InlineData(1_900, 60)]
    [InlineData(2_800, 15)]
    public void A_viewer_is_sent_a_few_kilobytes_a_second(int factsPerSecond, int kilobytes)
    {
        const int Seconds = 20;
        const int LooksPerSecond = 20;
        var viewer = _log.Viewer();
        ViewedLog.Messages(viewer);

        var bytes = 0;
        for (var look = 0; look < Seconds * LooksPerSecond; look++)
        {
            _log.Join(1 + (look * factsPerSecond / LooksPerSecond), factsPerSecond / LooksPerSecond);
            _log.Time.Advance(TimeSpan.FromSeconds(1.0 / LooksPerSecond));
            bytes += ViewedLog.Sent(viewer).Length;
        }

        (bytes / 1000 / Seconds).ShouldBeInRange(1, kilobytes);
    }

    [Fact]
    public void Levels_come_once_a_second_while_something_changes()
    {
        var viewer = _log.Viewer();
        ViewedLog.Messages(viewer);
        _log.Book = new(5, 3, 2, 1);

        var sent = Enumerable.Range(1, 100).SelectMany(look =>
        {
            _log.Join(look, look <= 65 ? 1 : 0);
            return Later(viewer);
        }).Where(message => message.Kind == "levels").ToList();

        // 65 looks last a little more than 3 s, and the last facts are counted when the fourth second is over.
        sent.Count.ShouldBe(4);
        sent[0].Data.GetProperty("accepted").GetInt64().ShouldBe(5);
        sent[0].Data.GetProperty("duplicatesSuppressed").GetInt64().ShouldBe(1);
    }

    [Fact]
    public void Silence_is_broken_every_15_seconds()
    {
        var viewer = _log.Viewer();
        ViewedLog.Messages(viewer);

        var sent = Enumerable.Range(0, 31).Select(_ =>
        {
            _log.Time.Advance(TimeSpan.FromSeconds(1));
            return ViewedLog.Sent(viewer);
        }).Where(text => text.Length > 0);

        sent.ShouldBe([": still here\n\n", ": still here\n\n"]);
    }

    [Fact]
    public void Facts_from_many_threads_are_all_there_and_time_does_not_go_back()
    {
        var viewer = _log.Viewer();
        ViewedLog.Messages(viewer);

        Parallel.For(0, 8, thread => _log.Join((thread * 1_000) + 1, 1_000));
        var facts = ViewedLog.Messages(_log.Viewer(after: 0)).SelectMany(message => message.Facts()).ToList();

        facts.Select(fact => fact.Worker).Order().ShouldBe(Enumerable.Range(1, 8_000).Select(worker => (long)worker));
        facts.Select(fact => fact.Ticks).ShouldBeInOrder();
    }

    private IReadOnlyList<FactMessage> Later(LiveViewer viewer)
    {
        _log.Time.Advance(TimeSpan.FromMilliseconds(50));
        return ViewedLog.Messages(viewer);
    }
}
