using ActorCafe.Benchmarks.Book;

return args switch
{
    ["book", .. var rest] => await BookBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"usage: ActorCafe.Benchmarks book {BookBenchmark.Usage}");
    return 2;
}
