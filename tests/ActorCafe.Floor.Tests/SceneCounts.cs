namespace ActorCafe.Floor.Tests;

/// <summary>Counts what a page has drawn, and compares it with the numbers beside it and with the facts.</summary>
internal static class SceneCounts
{
    /// <summary>Jumps to a moment, as one does who moves the slider.</summary>
    public const string GoTo = "const go = t => { const scrub = document.getElementById('scrub'); scrub.value = t; scrub.dispatchEvent(new Event('input')); };";

    /// <summary>What is wrong in the scenes of all shops of a page. Every second moment is the very instant of a fact; the last is the end.</summary>
    public static Task<string[]> FindWrongAsync(FloorView view, int moments) => view.RunAsync<string[]>($$"""
        {{GoTo}}
        const { play } = await import('/floor/plays.js'), { read } = await import('/floor/link.js'), state = read(location.hash);
        const scrub = document.getElementById('scrub'), wrong = [], shops = [...document.querySelectorAll('.shop')];
        const logs = await Promise.all(shops.map(shop => play(shop.dataset.shop, state, state.edits)));
        const broken = logs.map(log => {
          let now = Math.round(log.opened * 1e7), down = 0;
          return log.play.facts.flatMap(({ ticks, kind }) => ticks.map((by, k) => {
            const what = log.play.kinds[kind[k]];
            down += what === 'workerDown' ? 1 : what === 'workerUp' ? -1 : 0;
            return [now += by, down];
          }));
        });
        let scenes = 0;
        for (let k = 1; k <= {{moments}}; k++) {
          const even = +scrub.min + (scrub.max - scrub.min) * k / {{moments}}, t = k % 2 ? logs[0].momentFrom(even, -1) : even;
          go(t);
          shops.forEach((shop, index) => {
            const count = (marks, key) => shop.querySelectorAll(marks).length + [...shop.querySelectorAll(`[data-${key}]`)].reduce((sum, rest) => sum + Number(rest.dataset[key]), 0);
            const dial = kind => Number(shop.querySelector(`.dial.${kind} b`).textContent);
            const expect = (what, drawn, said) => { if (drawn !== said) { wrong.push(`${shop.dataset.shop} at ${t}: ${drawn} ${what} drawn and not ${said}`); } };
            const orders = count('.token:not(.waits):not(.person)', 'orders'), queues = [...shop.querySelectorAll('.count.end')].reduce((sum, queue) => sum + Number(queue.textContent), 0);
            expect('orders in progress', orders, dial('orders'));
            expect('busy workers', shop.querySelectorAll('.seat.serving').length, dial('busy'));
            expect('customers waiting to order', count('.token.waits', 'waiting'), queues - (orders - shop.querySelectorAll('.token.seated').length));
            expect('workers broken down', shop.querySelectorAll('.cross').length, broken[index].findLast(([ticks]) => ticks <= Math.round(t * 1e7))?.[1] ?? 0);
            scenes++;
          });
        }
        if (scenes !== {{moments}} * shops.length) { wrong.push(`${scenes} scenes`); }
        return wrong;
        """);
}
