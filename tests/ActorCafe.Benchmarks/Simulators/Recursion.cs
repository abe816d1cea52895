namespace ActorCafe.Benchmarks.Simulators;

/// <summary>
/// Simulates without events. Service begins when the order has arrived and a server is free (D. V. Lindley 1952; for several servers
/// J. Kiefer and J. Wolfowitz 1955), and the ordered departures of a stage are the arrivals of the next. This is the lower limit of the
/// cost, but it works only for first-in, first-out tandems.
/// </summary>
internal sealed class Recursion(CafeModel model)
{
    private readonly RecursiveStage[] _stages = [.. CafeModel.Steps.Select((_, stage) => new RecursiveStage(model, stage))];
    private double _seconds;

    /// <summary>The mean response, in seconds.</summary>
    public double Run()
    {
        var arrival = 0L;
        for (var order = 1L; order <= model.Orders; order++)
        {
            arrival += model.Gap(order);
            Pass(0, new(arrival, order, arrival));
        }

        // There are no more arrivals; the remaining orders leave, stage by stage.
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            while (_stages[stage].TryTake(long.MaxValue, out var visitor))
            {
                Pass(stage + 1, visitor);
            }
        }

        return _seconds / model.Orders;
    }

    private void Pass(int stage, Visitor visitor)
    {
        if (stage == _stages.Length)
        {
            _seconds += (visitor.At - visitor.Placed) / (double)TimeSpan.TicksPerSecond;
            return;
        }

        var here = _stages[stage];
        here.Serve(visitor);
        while (here.TryTake(here.Earliest, out var next))
        {
            Pass(stage + 1, next);
        }
    }
}
