using System.Collections.Immutable;

namespace ActorCafe.Shop.Settings;

/// <summary>A shop as text, to be simulated elsewhere: everything that decides its results, and nothing else.</summary>
/// <param name="Hocon">The configuration, merged and resolved.</param>
/// <param name="Files">The data files that the configuration names.</param>
internal sealed record ShopText(string Hocon, ImmutableArray<ShopDataFile> Files);

/// <param name="Name">The name that the configuration uses for it; not a path, even if it looks like one.</param>
/// <param name="Bytes">The content.</param>
internal sealed record ShopDataFile(string Name, ImmutableArray<byte> Bytes);
