using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Recording;

/// <summary>A shop that was played.</summary>
/// <param name="Settings">The shop.</param>
/// <param name="Result">What was measured, of all replications.</param>
/// <param name="Recording">How the first replication went.</param>
public sealed record RecordedShop(ShopSettings Settings, ShopResult Result, ShopRecording Recording);
