using System.Collections.Concurrent;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ActorCafe.Cli.Tests.Logging;

[Collection(GlobalLogger)]
[CollectionDefinition(GlobalLogger, DisableParallelization = true)]
public sealed class ShopLogTests
{
    private const string GlobalLogger = "Serilog's global logger";

    [Fact]
    public async Task What_an_actor_logs_keeps_its_properties()
    {
        var log = ShopLog.For(Cli.Logging.LogLevel.Debug, SampleData.EmptyTree);
        var sink = new ListSink();
        using var logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(sink).CreateLogger();
        Log.Logger = logger;
        await Simulation.RunAsync(log.Into(SampleData.Shop()), new RunOptions
        {
            MeasureCapacity = false,
        });

        var begun = sink.Events.First(logged => logged.MessageTemplate.Text.Contains("begins to", StringComparison.Ordinal));
        begun.Level.ShouldBe(LogEventLevel.Debug);
        begun.Properties.Keys.Where(name => begun.MessageTemplate.Text.Contains($"{{{name}}}", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(null, "WARNING")]
    [InlineData("DEBUG", "DEBUG")]
    [InlineData("off", "OFF")]
    public void The_level_is_that_of_the_files_if_none_is_asked_for(string? written, string level) =>
        ShopLog.For(null, Tree(written)).Hocon.ShouldContain($"akka.loglevel = {level}\n");

    [Fact]
    public void The_level_asked_for_beats_that_of_the_files() =>
        ShopLog.For(Cli.Logging.LogLevel.Error, Tree("DEBUG")).Hocon.ShouldContain("akka.loglevel = ERROR\n");

    [Fact]
    public void A_level_that_is_none_is_bad_input() =>
        Should.Throw<InputException>(() => ShopLog.For(null, Tree("loud")))
            .Message.ShouldBe("shop.conf: akka.loglevel: loud is no level; one of DEBUG, INFO, WARNING, ERROR, OFF");

    [Fact]
    public void Where_nothing_is_logged_no_logger_is_started()
    {
        var log = ShopLog.For(Cli.Logging.LogLevel.Off, SampleData.EmptyTree);
        log.Hocon.ShouldContain("akka.loggers = []\n");
    }

    private static HoconObject Tree(string? level)
    {
        var origin = new Origin("shop.conf", 3);
        return level is null ? SampleData.EmptyTree : new(new Dictionary<string, HoconNode>
        {
            ["akka"] = new HoconObject(new Dictionary<string, HoconNode> { ["loglevel"] = new HoconScalar(level, false, origin) }, origin),
        }, origin);
    }

    private sealed class ListSink : ILogEventSink
    {
        public ConcurrentQueue<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent) => Events.Enqueue(logEvent);
    }
}
