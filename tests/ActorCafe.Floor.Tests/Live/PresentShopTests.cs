using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Live;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Microsoft.Playwright;

namespace ActorCafe.Floor.Tests.Live;

/// <summary>The facts that a viewer begins with.</summary>
public sealed class PresentShopTests(FloorBrowser browser) : IClassFixture<FloorBrowser>
{
    private const int Moments = 40;

    /// <summary>Those of the page itself: whoever comes in the middle sees what others see.</summary>
    [BrowserFact]
    public async Task The_facts_that_are_kept_yield_the_scene_of_the_whole_log()
    {
        IReadOnlyList<ShopSettings> shops = [.. EssayShops.All, .. RuleShops.All];
        await using var floor = await FloorServer.StartAsync(shops, port: 0);
        var page = await browser.Browser.NewPageAsync();
        await page.GotoAsync($"{floor.Page}/shops");

        foreach (var shop in shops)
        {
            var wrong = await page.EvaluateAsync<string[]>("""
                async ({ shop, moments }) => {
                  const { ShopLog } = await import('/floor/log.js');
                  const play = await (await fetch(`/floor/plays?shop=${encodeURIComponent(shop)}`)).json(), whole = new ShopLog(play), wrong = [];
                  const told = (log, t) => {
                    const { stages, pickUp, waitingForPickUp, inProgress, busy, waiting, workers } = log.sceneAt(t);
                    return JSON.stringify({ pickUp, waitingForPickUp, inProgress: inProgress.now, busy: busy.now, waiting, workers, stages: stages.map(({ queue, queued, queuedInProgress, seats }) =>
                      ({ queue, queued, queuedInProgress, seats: seats.map(({ worker, what, order }) => ({ worker, what, order })).sort((a, b) => a.worker - b.worker) })) });
                  };
                  for (const { t, facts } of JSON.parse(moments)) {
                    const now = told(new ShopLog({ ...play, opened: 0, facts: [facts] }), t), then = told(whole, t);
                    if (now !== then) { wrong.push(`${t}: ${now}\nand not ${then}`); }
                  }
                  return wrong;
                }
                """, new { shop = shop.Name, moments = await MomentsAsync(shop) });
            wrong.ShouldBeEmpty(shop.Name);
        }
    }

    [Fact]
    public void What_is_kept_does_not_grow_with_the_orders_that_have_left()
    {
        var present = new PresentShop(EssayShops.Pipeline);
        var number = 0L;
        for (var order = 1; order <= 1000; order++)
        {
            foreach (var kind in new[] { FactKind.Placed, FactKind.JoinedQueue, FactKind.LeftQueue, FactKind.Serving, FactKind.EndServing, FactKind.Left })
            {
                present.Apply(++number, new(TimeSpan.FromSeconds(number), kind, 0, kind is FactKind.Serving or FactKind.EndServing ? 1 : 0, order)).ShouldBeTrue();
            }
        }

        present.Facts().ShouldBeEmpty();
        present.InProgress.ShouldBe(0);
    }

    [Fact]
    public void A_second_coffee_is_counted_and_a_brew_that_begins_again_too()
    {
        var present = new PresentShop(EssayShops.Pipeline);
        Fact[] facts =
        [
            new(default, FactKind.Placed, 0, 0, 1), new(default, FactKind.Serving, 2, 1, 1), new(default, FactKind.Interrupted, 2, 1, 1), new(default, FactKind.WorkerLeft, 2, 1, 0),
            new(default, FactKind.Serving, 2, 2, 1), new(default, FactKind.EndServing, 2, 2, 1), new(default, FactKind.Left, 0, (int)Outcome.Served, 1),
        ];
        for (var i = 0; i < facts.Length; i++)
        {
            present.Apply(i + 1, facts[i]);
        }

        (present.SecondCoffees, present.RepeatedBrews).ShouldBe((0, 1));
        present.Apply(8, facts[^1]).ShouldBeFalse();
        present.SecondCoffees.ShouldBe(1);
    }

    /// <summary>Moments of a run, each with the facts that a viewer who comes then begins with.</summary>
    private static async Task<string> MomentsAsync(ShopSettings shop)
    {
        var log = new FactLog();
        await Simulation.RunAsync(shop, new RunOptions { MeasureCapacity = false, Timeline = _ => log });
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            for (var moment = 1; moment <= Moments; moment++)
            {
                var at = log.Facts[(log.Facts.Count - 1) * moment / Moments].At;
                var present = new PresentShop(shop);
                var number = 0L;
                foreach (var fact in log.Facts.TakeWhile(fact => fact.At <= at))
                {
                    present.Apply(++number, fact).ShouldBeTrue();
                }

                json.WriteStartObject();
                json.WriteNumber("t", at.TotalSeconds);
                json.WritePropertyName("facts");
                ShopJson.WriteFacts(json, present.Facts(), 0, present.Facts().Count, TimeSpan.Zero);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
