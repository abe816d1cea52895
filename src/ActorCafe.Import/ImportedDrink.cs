using ActorCafe.Import.Fitting;

namespace ActorCafe.Import;

/// <summary>A drink of the export.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Orders">The number of orders on all days.</param>
/// <param name="Service">Its own service time; null if too few were measured.</param>
public sealed record ImportedDrink(string Name, int Orders, ServiceFit? Service);
