using ActorCafe.Import.Writing;

namespace ActorCafe.Import.Tests;

/// <summary>Exports as text, imported by way of a file.</summary>
internal static class Exports
{
    public static ImportedSales Import(string text, Func<ImportRequest, ImportRequest>? say = null) => Import(System.Text.Encoding.UTF8.GetBytes(text), say);

    public static ImportedSales Import(byte[] bytes, Func<ImportRequest, ImportRequest>? say = null)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("sales.csv"), bytes);
        var request = new ImportRequest { Files = [folder.File("sales.csv")] };
        return Importer.Import(say?.Invoke(request) ?? request);
    }

    /// <summary>The trace of the only day, without its header.</summary>
    public static string Trace(string text, Func<ImportRequest, ImportRequest>? say = null) => Trace(Import(text, say));

    public static string Trace(ImportedSales sales) => TraceText.Of(sales, sales.Days.ShouldHaveSingleItem())["time,customer,drink\n".Length..];

    /// <summary>What is wrong, without the folder.</summary>
    public static string Refusal(string text, Func<ImportRequest, ImportRequest>? say = null) =>
        Should.Throw<ActorCafe.Configuration.InputException>(() => Import(text, say)).Message.Split("sales.csv: ", 2)[^1];
}
