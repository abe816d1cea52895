using System.Runtime.CompilerServices;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests;

/// <summary>Creates order slips as a shop would pass them to its log. Only a shop may write their facts, hence the unsafe accessors.</summary>
internal static class OrderSlipFactory
{
    public static Order Slip(
        long number, string? customer, Drink drink, double placed, double left, Outcome outcome, params (double? Enqueued, double? Started, double? Finished, int Worker)[] visits)
    {
        var slip = New(visits.Length);
        Begin(slip, number, customer, number, drink, TimeSpan.FromSeconds(placed));
        SetLeft(slip, TimeSpan.FromSeconds(left));
        SetOutcome(slip, outcome);
        for (var stage = 0; stage < visits.Length; stage++)
        {
            ref var visit = ref VisitTo(slip, stage);
            SetEnqueued(ref visit, Time(visits[stage].Enqueued));
            if (Time(visits[stage].Started) is { } started)
            {
                BeginService(ref visit, started);
            }

            SetFinished(ref visit, Time(visits[stage].Finished));
            SetWorker(ref visit, visits[stage].Worker);
        }

        return slip;
    }

    private static TimeSpan? Time(double? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Order New(int stages);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Begin")]
    private static extern void Begin(Order slip, long number, string? namedCustomer, long customerNumber, Drink drink, TimeSpan placed);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Left")]
    private static extern void SetLeft(Order slip, TimeSpan value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Outcome")]
    private static extern void SetOutcome(Order slip, Outcome value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "VisitTo")]
    private static extern ref Visit VisitTo(Order slip, int stage);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Enqueued")]
    private static extern void SetEnqueued(ref Visit visit, TimeSpan? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Begin")]
    private static extern void BeginService(ref Visit visit, TimeSpan now);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Finished")]
    private static extern void SetFinished(ref Visit visit, TimeSpan? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Worker")]
    private static extern void SetWorker(ref Visit visit, int value);
}
