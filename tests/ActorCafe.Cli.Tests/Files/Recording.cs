using System.Globalization;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Playing;
using ActorCafe.Configuration;
using ActorCafe.Shop.Results;
using CsvHelper;

namespace ActorCafe.Cli.Tests.Files;

/// <summary>A shop played as the command line plays it, with everything written down.</summary>
internal sealed class Recording : IDisposable
{
    private readonly TempFolder _folder = new();

    public required LoadedShop Shop { get; init; }

    public ShopResult Result { get; private set; } = null!;

    public string TraceText => File.ReadAllText(_folder.File("trace.json"));

    public IReadOnlyList<IDictionary<string, string>> Orders => Rows("orders.csv");

    public IReadOnlyList<IDictionary<string, string>> Series => Rows("series.csv");

    public static async Task<Recording> OfAsync(LoadedShop shop, int replications = 1)
    {
        var recording = new Recording { Shop = shop };
        var options = new PlayOptions
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
        using var door = new Door();
        using var outputs = Outputs.Open(options);
        recording.Result = await new Player(options, door).PlayAsync(shop, outputs.Of(0));
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
