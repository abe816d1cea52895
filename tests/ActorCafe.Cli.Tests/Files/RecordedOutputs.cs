using System.Globalization;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Configuration;
using ActorCafe.Shop.Results;
using CsvHelper;

namespace ActorCafe.Cli.Tests.Files;

/// <summary>A shop run as by the command line, with all outputs.</summary>
internal sealed class RecordedOutputs : IDisposable
{
    private readonly TempFolder _folder = new();

    public required LoadedShop Shop { get; init; }

    public ShopResult Result { get; private set; } = null!;

    public string TraceText => File.ReadAllText(_folder.File("trace.json"));

    public IReadOnlyList<IDictionary<string, string>> Orders => Rows("orders.csv");

    public IReadOnlyList<IDictionary<string, string>> Series => Rows("series.csv");

    public static async Task<RecordedOutputs> OfAsync(LoadedShop shop, int replications = 1)
    {
        var recording = new RecordedOutputs { Shop = shop };
        var options = new SimulationOptions
        {
            Overrides = [],
            Replications = replications,
            Parallel = 2,
            Quiet = true,
            LogLevel = LogLevel.Off,
            Csv = recording._folder.File("orders.csv"),
            Series = recording._folder.File("series.csv"),
            Trace = recording._folder.File("trace.json"),
        };
        using var shutdown = new GracefulShutdown();
        using var outputs = OutputFiles.Open(options);
        recording.Result = await new ShopRunner(options, shutdown).RunAsync(shop, outputs.Of(0));
        outputs.Trace!.Finish();
        return recording;
    }

    public void Dispose() => _folder.Dispose();

    private List<IDictionary<string, string>> Rows(string file)
    {
        using var reader = new CsvReader(new StreamReader(_folder.File(file)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
