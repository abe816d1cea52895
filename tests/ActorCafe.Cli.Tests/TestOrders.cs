using System.Runtime.CompilerServices;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests;

/// <summary>Creates orders as a shop passes them to its log. Only a shop may set their properties, hence the unsafe accessors.</summary>
internal static class TestOrders
{
    public static Order Create(
        long number, string? customer, Drink drink, double placed, double left, Outcome outcome, params (double? Enqueued, double? Started, double? Finished, int Worker)[] visits)
    {
        var order = New(visits.Length);
        Begin(order, number, customer, number, drink, TimeSpan.FromSeconds(placed));
        SetLeft(order, TimeSpan.FromSeconds(left));
        SetOutcome(order, outcome);
        for (var stage = 0; stage < visits.Length; stage++)
        {
            ref var visit = ref VisitTo(order, stage);
            SetEnqueued(ref visit, Time(visits[stage].Enqueued));
            if (Time(visits[stage].Started) is { } started)
            {
                BeginService(ref visit, started);
            }

            SetFinished(ref visit, Time(visits[stage].Finished));
            SetWorker(ref visit, visits[stage].Worker);
        }

        return order;
    }

    private static TimeSpan? Time(double? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Order New(int stages);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Begin")]
    private static extern void Begin(Order order, long number, string? namedCustomer, long customerNumber, Drink drink, TimeSpan placed);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Left")]
    private static extern void SetLeft(Order order, TimeSpan value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Outcome")]
    private static extern void SetOutcome(Order order, Outcome value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "VisitTo")]
    private static extern ref Visit VisitTo(Order order, int stage);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Enqueued")]
    private static extern void SetEnqueued(ref Visit visit, TimeSpan? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Begin")]
    private static extern void BeginService(ref Visit visit, TimeSpan now);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Finished")]
    private static extern void SetFinished(ref Visit visit, TimeSpan? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Worker")]
    private static extern void SetWorker(ref Visit visit, int value);
}
