namespace ActorCafe.Library.Tests;

/// <summary>The essay's five shops, in C#.</summary>
internal static class EssayShops
{
    public static Cafe Of(string name) => name switch
    {
        "solo" => Together(name, 1),
        "duplicated" => Together(name, 2),
        "pipeline" => Apart(name, 1, 1),
        "more-grinders" => Apart(name, 2, 1),
        _ => Apart(name, 2, 2),
    };

    private static Cafe Together(string name, int workers) => Work(name)
        .Stage("waiter", workers, ["accept", "grind"], new() { StaysWithOrder = true })
        .Stage("machine", workers, "brew");

    private static Cafe Apart(string name, int grinders, int machines) => Work(name)
        .Stage("waiter", 1, "accept").Stage("grinder", grinders, "grind").Stage("machine", machines, "brew");

    private static Cafe Work(string name) => Cafe.Define(name)
        .Step("accept", Exponential(20)).Step("grind", Exponential(60)).Step("brew", Exponential(45))
        .Arrivals(Exponential(40)).Orders(200);
}
