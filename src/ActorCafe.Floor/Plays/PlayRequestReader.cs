using System.Globalization;
using ActorCafe.Floor.Http;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Plays;

/// <summary>Reads a <see cref="PlayRequest"/> from an address: <c>?shop=pipeline&amp;seed=1&amp;orders=200&amp;edit=1500:grinder:2</c>.</summary>
internal sealed class PlayRequestReader(IReadOnlyList<ShopSettings> shops)
{
    private const int MostEdits = 200;
    private const int MostWorkers = 10_000;
    private const long MostOrders = 1_000_000_000;
    private const int MostSeconds = 86_400;

    /// <exception cref="RefusedException">The address names no run.</exception>
    public PlayRequest Read(IQueryCollection query)
    {
        var shop = Shop(query);
        var edits = query["edit"].OfType<string>().ToList();
        var changes = edits.Count + query["gap"].Count + query["queue"].Count;
        if (changes > MostEdits)
        {
            throw Refused($"There are {changes} changes; at most {MostEdits} are simulated.");
        }

        var gaps = query["gap"].OfType<string>().ToList();
        if (gaps.Count > 0 && shop.Customers.Arrivals is not ArrivalSettings.Renewal { Gap.Mean: > 0 })
        {
            throw Refused($"The customers of {shop.Name} do not come by independent gaps, so their mean cannot be changed.");
        }

        return new PlayRequest(
            shop,
            Optional(query, "seed", text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : null, "a whole number"),
            Optional(query, "orders", text => Whole(text, 1, MostOrders), "a whole number from 1"),
            [
                // If two edits of a stage are at one moment, the later one in the address wins.
                .. edits.Select(text => Edit(text, shop)).GroupBy(edit => (edit.At, edit.Stage)).Select(same => same.Last())
                    .OrderBy(edit => edit.At).ThenBy(edit => edit.Stage),
            ])
        {
            Gaps = [.. gaps.Select(Gap).GroupBy(gap => gap.At).Select(same => same.Last()).OrderBy(gap => gap.At)],
            Queues = [.. query["queue"].OfType<string>().Select(text => Queue(text, shop)).GroupBy(queue => queue.Stage).Select(same => same.Last()).OrderBy(queue => queue.Stage)],
        };
    }

    /// <summary>Reads what is planned from an address: <c>?shop=pipeline&amp;p95=360</c>.</summary>
    /// <exception cref="RefusedException">The address names no plan.</exception>
    public (string Shop, int P95) ReadPlan(IQueryCollection query) =>
        (Shop(query).Name, (int)(Optional(query, "p95", text => Whole(text, 1, MostSeconds), $"a whole number of seconds from 1 to {MostSeconds}") ?? throw Refused("p95 is missing; use p95=SECONDS.")));

    private ShopSettings Shop(IQueryCollection query)
    {
        var name = query["shop"].ToString();
        return shops.FirstOrDefault(shop => shop.Name == name)
            ?? throw new RefusedException(StatusCodes.Status404NotFound, $"There is no shop {name} here; use one of {string.Join(", ", shops.Select(shop => shop.Name))}.");
    }

    private static GapChange Gap(string text) =>
        text.Split(':') is [var at, var mean] && Seconds(at) is { } time && Seconds(mean) is { } gap && gap > TimeSpan.Zero
            ? new GapChange(time, gap)
            : throw Refused($"gap={text} is no change of the time between arrivals; use SECONDS:MEAN, with a mean above 0 in seconds.");

    // A stage's name may hold a colon, so the time is up to the first and the number follows the last.
    private static PoolEdit Edit(string text, ShopSettings shop)
    {
        var (first, last) = (text.IndexOf(':', StringComparison.Ordinal), text.LastIndexOf(':'));
        if (last <= first || Seconds(text[..first]) is not { } at || Whole(text[(last + 1)..], 0, MostWorkers) is not { } workers)
        {
            throw Refused($"edit={text} is no change of a pool; use SECONDS:STAGE:WORKERS, with 0 to {MostWorkers} workers.");
        }

        return new PoolEdit(at, Stage(text[(first + 1)..last], shop), (int)workers);
    }

    private static QueueEdit Queue(string text, ShopSettings shop)
    {
        var last = text.LastIndexOf(':');
        return last > 0 && StageSettings.Routers.Contains(text[(last + 1)..])
            ? new QueueEdit(Stage(text[..last], shop), text[(last + 1)..])
            : throw Refused($"queue={text} is no queue discipline; use STAGE:ROUTER, with one of {string.Join(", ", StageSettings.Routers)}.");
    }

    private static int Stage(string name, ShopSettings shop) =>
        (shop.Stages.FirstOrDefault(stage => stage.Name == name)
            ?? throw Refused($"{shop.Name} has no stage {name}; use one of {string.Join(", ", shop.Stages.Select(stage => stage.Name))}.")).Index;

    private static long? Whole(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : null;

    private static long? Optional(IQueryCollection query, string key, Func<string, long?> read, string right)
    {
        var text = query[key].ToString();
        return text.Length == 0 ? null : read(text) ?? throw Refused($"{key}={text} is out of range; use {right}.");
    }

    private static RefusedException Refused(string why) => new(StatusCodes.Status400BadRequest, why);
}
