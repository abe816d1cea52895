namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>The café that most faults are done to: a front, a seed, two grinder nodes and three machine nodes.</summary>
public sealed class SharedCafe : IAsyncLifetime
{
    internal RunningCafe Cafe { get; } = new(
        ("seed", "seed"), ("grinder-1", "grinder"), ("grinder-2", "grinder"), ("machine-1", "machine"), ("machine-2", "machine"), ("machine-3", "machine"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Cafe.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedCafeCollection : ICollectionFixture<SharedCafe>
{
    public const string Name = "The shared café";
}
