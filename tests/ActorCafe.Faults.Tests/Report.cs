namespace ActorCafe.Faults.Tests;

/// <summary>The recovery table, appended to the file that <c>ACTORCAFE_FAULTS_TABLE</c> names; nowhere without it.</summary>
internal static class Report
{
    private static readonly string? File = Environment.GetEnvironmentVariable("ACTORCAFE_FAULTS_TABLE");

    /// <summary>The seeds to try each fault with: one, or those that <c>ACTORCAFE_FAULTS_SEEDS</c> lists by comma.</summary>
    public static TheoryData<long> Seeds { get; } =
    [
        .. (Environment.GetEnvironmentVariable("ACTORCAFE_FAULTS_SEEDS") ?? "1").Split(',').Select(seed => long.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public static void Add(string row)
    {
        if (File is not null)
            System.IO.File.AppendAllText(File, row + "\n");
    }
}
