namespace ActorCafe.Benchmarks.Simulators;

/// <summary>
/// No events at all: an order begins when it is there and the first of the servers is free (D. V. Lindley 1952; for many servers
/// J. Kiefer and J. Wolfowitz 1955), and a stage's departures in their order are the next one's arrivals. The limit, but good for
/// first-in-first-out tandems only.
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

        // Nobody comes any more: who is still inside leaves, stage by stage.
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
