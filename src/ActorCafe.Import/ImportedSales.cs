using System.Collections.Immutable;
using ActorCafe.Import.Fitting;
using ActorCafe.Import.Orders;

namespace ActorCafe.Import;

/// <summary>What was imported: the days, the menu, what fits them, and an account of every row.</summary>
public sealed record ImportedSales
{
    /// <summary>The files, each with its account.</summary>
    public required ImmutableArray<ImportedFile> Files { get; init; }

    /// <summary>Rows that are in two of the files.</summary>
    public required ImmutableArray<FileOverlap> Overlaps { get; init; }

    /// <summary>The days, the earliest first; where there are no dates, one.</summary>
    public required ImmutableArray<SalesDay> Days { get; init; }

    /// <summary>The day that the shop file names.</summary>
    public required SalesDay Chosen { get; init; }

    /// <summary>The drinks.</summary>
    public required ImmutableArray<ImportedDrink> Menu { get; init; }

    /// <summary>What a till calls an article, where that is not the name of its drink, and that name.</summary>
    public required ImmutableArray<(string Text, string Name)> Renamed { get; init; }

    /// <summary>The service time of all drinks together; null if none was measured.</summary>
    public required ServiceFit? Service { get; init; }

    /// <summary>Whether orders come as a Poisson process.</summary>
    public required ArrivalDispersion Dispersion { get; init; }

    /// <summary>The number of orders.</summary>
    public int Orders => Days.Sum(day => day.Orders);
}
