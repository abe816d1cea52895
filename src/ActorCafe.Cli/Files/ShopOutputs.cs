namespace ActorCafe.Cli.Files;

/// <summary>What is written of one shop while it is played; null: that is not.</summary>
/// <param name="Csv">Gets a row per order.</param>
/// <param name="Series">Gets a row per instant at which anything changed.</param>
/// <param name="Trace">Gets the spans of its workers.</param>
internal sealed record ShopOutputs(OutputFile? Csv = null, OutputFile? Series = null, TraceFile? Trace = null);
