using System.Globalization;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>
/// Measures the cost of passing messages when service takes no time, in real time. The same three stages run in ActorCafe's pools and in
/// alternative frameworks, taking turns in one process. Warm-up rounds are not counted, so that compilation is over.
/// </summary>
internal static class MessageBenchmark
{
    public const string Usage = "[--orders N] [--in-flight N] [--rounds N] [--warm-up N] [--only NAME]";

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        var (orders, inFlight) = (arguments.Number("--orders", 1_000_000), (int)arguments.Number("--in-flight", 1000));
        var (rounds, warmUp) = (arguments.Number("--rounds", 7), arguments.Number("--warm-up", 3, least: 0));
        IChain[] chains = await StartAsync(arguments.Text("--only") ?? "");
        var rates = chains.Select(_ => new List<double>()).ToArray();
        var bytes = new double[chains.Length];
        for (var round = -warmUp; round < rounds; round++)
        {
            for (var at = 0; at < chains.Length; at++)
            {
                var passed = Math.Max(orders / chains[at].OneIn, inFlight);
                var (cost, _) = await Cost.OfAsync(async () =>
                {
                    await chains[at].RunAsync(passed, inFlight);
                    return true;
                });
                if (round >= 0)
                {
                    rates[at].Add(passed / cost.CpuSeconds / 1e6);
                    bytes[at] = (double)cost.Bytes / passed;
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{orders:N0} orders, {inFlight:N0} in flight, {rounds} rounds after {warmUp}, {Environment.ProcessorCount} core(s)"));
        Console.WriteLine();
        Console.WriteLine("| chain of 1, 3 and 4 workers | M orders/CPU-s | least .. most | of the bare chain | bytes/order |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var at = 0; at < chains.Length; at++)
        {
            // Compares within a round, because other load of the machine hardly changes in that time.
            var ratio = Median.Of([.. rates[at].Zip(rates[0], (own, bare) => own / bare)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {chains[at].Name} | {Median.WithSpread(rates[at], "F2")} | {ratio:F2} | {bytes[at]:F0} |"));
            await chains[at].DisposeAsync();
        }

        return 0;
    }

    /// <summary>Starts the chains whose names contain this text. The others are compared with the first of them.</summary>
    private static async Task<IChain[]> StartAsync(string only)
    {
        List<IChain> chains = [];
        foreach (IChain chain in (IChain[])[new AkkaChain(), new PoolChain("shared-queue-pool"), new PoolChain("round-robin-pool"), new DataflowChain(), new ChannelChain(), new ProtoChain(), await OrleansChain.StartAsync()])
        {
            if (chain.Name.Contains(only, StringComparison.Ordinal))
            {
                chains.Add(chain);
            }
            else
            {
                await chain.DisposeAsync();
            }
        }

        return chains.Count > 0 ? [.. chains] : throw new UsageException($"--only: '{only}' is in no chain's name; write part of a name in the table");
    }
}
