using System.Collections.Immutable;

namespace ActorCafe.Shop.Settings;

/// <summary>A shop as text, to be played elsewhere: all that decides its numbers, and nothing else.</summary>
/// <param name="Hocon">The configuration, merged and resolved.</param>
/// <param name="Files">The data files that it names.</param>
public sealed record ShopText(string Hocon, ImmutableArray<ShopDataFile> Files);

/// <param name="Name">What the configuration calls it: a name, wherever it looks like a path.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record ShopDataFile(string Name, ImmutableArray<byte> Bytes);
