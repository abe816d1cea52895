namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>The café that most faults are applied to: a front, a seed, two grinder nodes and three machine nodes.</summary>
public sealed class SharedCafe : IAsyncLifetime
{
    /// <summary>Its places, by name and role, except the front.</summary>
    internal static readonly (string Name, string Role)[] Layout =
    [
        ("seed", "seed"), ("grinder-1", "grinder"), ("grinder-2", "grinder"), ("machine-1", "machine"), ("machine-2", "machine"), ("machine-3", "machine"),
    ];

    internal MultiProcessCafe Cafe { get; } = new(Layout);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Cafe.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedCafeCollection : ICollectionFixture<SharedCafe>
{
    public const string Name = "The shared café";
}
