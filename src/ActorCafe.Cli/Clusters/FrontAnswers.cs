using System.Text.Json.Serialization;

namespace ActorCafe.Cli.Clusters;

/// <summary>What <c>GET /status</c> answers.</summary>
internal sealed record FrontStatus(IReadOnlyList<FrontMember> Members, FrontOrders Orders, IReadOnlyList<FrontMachine> Machines);

internal sealed record FrontMember(string Address, IReadOnlyList<string> Roles, string Status);

internal sealed record FrontOrders(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

internal sealed record FrontMachine(string Id, string? Node, long Served);

/// <summary>What <c>POST /orders</c> takes.</summary>
internal sealed record FrontOrder(string Id, string Drink, string? Customer);

/// <summary>What <c>GET /orders/{id}</c> answers.</summary>
internal sealed record FrontOrderState(string Id, string State, DateTimeOffset AcceptedAt, DateTimeOffset? ServedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrontStatus))]
[JsonSerializable(typeof(FrontOrder))]
[JsonSerializable(typeof(FrontOrderState))]
internal sealed partial class FrontJson : JsonSerializerContext;
