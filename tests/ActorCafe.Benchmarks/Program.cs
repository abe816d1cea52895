using ActorCafe.Benchmarks;
using ActorCafe.Benchmarks.Book;
using ActorCafe.Benchmarks.Cluster;
using ActorCafe.Benchmarks.Coverage;
using ActorCafe.Benchmarks.Growth;
using ActorCafe.Benchmarks.Messages;
using ActorCafe.Benchmarks.Simulators;
using ActorCafe.Benchmarks.Small;
using BenchmarkDotNet.Running;

try
{
    return args switch
    {
        ["simulators", .. var rest] => await SimulatorBenchmark.RunAsync(rest),
        ["messages", .. var rest] => await MessageBenchmark.RunAsync(rest),
        ["growth", .. var rest] => await GrowthBenchmark.RunAsync(rest),
        ["small", .. var rest] => RunSmall(rest),
        ["cluster", .. var rest] => await ClusterBenchmark.RunAsync(rest),
        ["book", .. var rest] => await BookBenchmark.RunAsync(rest),
        ["coverage", .. var rest] => await CoverageBenchmark.RunAsync(rest),
        _ => Usage(),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

static int RunSmall(string[] args)
{
    BenchmarkRunner.Run<SmallBenchmark>(args: args);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine($"""
        usage: ActorCafe.Benchmarks simulators {SimulatorBenchmark.Usage}
               ActorCafe.Benchmarks messages {MessageBenchmark.Usage}
               ActorCafe.Benchmarks growth {GrowthBenchmark.Usage}
               ActorCafe.Benchmarks small [options of BenchmarkDotNet]
               ActorCafe.Benchmarks cluster {ClusterBenchmark.Usage}
               ActorCafe.Benchmarks book {BookBenchmark.Usage}
               ActorCafe.Benchmarks coverage {CoverageBenchmark.Usage}
        """);
    return 2;
}
