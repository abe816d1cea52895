using System.Collections.Immutable;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads recorded times: one number of seconds a line.</summary>
internal static class EmpiricalFile
{
    private const string Remedy = "write one number of seconds a line, such as 42.5";

    public static ImmutableArray<double> Read(DataFile file)
    {
        using var reader = CsvText.Open(file);
        var values = ImmutableArray.CreateBuilder<double>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (!TraceTime.TryParse(text.AsSpan().Trim(), out var time) || text.Contains(':'))
            {
                throw CsvText.Error(file.Name, line, $"{Words.Shown(text)} is not a number of seconds", Remedy);
            }

            if (time < TimeSpan.Zero)
            {
                throw CsvText.Error(file.Name, line, $"{Words.Shown(text)} is negative", Remedy);
            }

            values.Add(time.TotalSeconds);
        }

        return values.Count > 0 ? values.DrainToImmutable() : throw CsvText.Error(file.Name, 1, "the file has no values", Remedy);
    }
}
