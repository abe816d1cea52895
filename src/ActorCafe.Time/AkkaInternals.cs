using System.Reflection;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace ActorCafe.Time;

/// <summary>
/// The members of Akka's mailboxes and cells that <see cref="ActorRunner"/> needs and that are not public. Only the runner uses them.
/// </summary>
internal static class AkkaInternals
{
    /// <summary>Mailbox status: open and not scheduled.</summary>
    public const int Idle = 0;

    /// <summary>Mailbox status: scheduled, neither suspended nor closed. Also the flag that a suspended mailbox is scheduled.</summary>
    public const int Scheduled = 2;

    /// <summary>Whether the referenced Akka has all of them, with these types and values. If not, none may be called.</summary>
    public static bool AreAsKnown { get; } = CanBind(typeof(AkkaInternals)) && HasStatus("Open", Idle) && HasStatus("Scheduled", Scheduled);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_statusDotNotCallMeDirectly")]
    public static extern ref int Status(Mailbox mailbox);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_systemQueueDoNotCallMeDirectly")]
    public static extern ref SystemMessage? SystemMessages(Mailbox mailbox);

    /// <summary>The cell of the actor that is running on this thread; null outside one. A static class is passed as null.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "_current")]
    public static extern ref ActorCell? CurrentCell([UnsafeAccessorType("Akka.Actor.Internal.InternalCurrentActorCellKeeper, Akka")] object? keeper);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_actor")]
    public static extern ref ActorCell Cell(Mailbox mailbox);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ProcessAllSystemMessages")]
    public static extern void ProcessAllSystemMessages(Mailbox mailbox);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "RegisterForExecution")]
    public static extern bool RegisterForExecution(MessageDispatcher dispatcher, Mailbox mailbox, bool hasMessageHint, bool hasSystemMessageHint);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Actor")]
    public static extern ActorBase? Actor(ActorCell cell);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Sender")]
    public static extern void SetSender(ActorCell cell, IActorRef sender);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CurrentMessage")]
    public static extern void SetCurrentMessage(ActorCell cell, object message);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "HandleInvokeFailure")]
    public static extern void HandleInvokeFailure(ActorCell cell, Exception cause, IEnumerable<IActorRef>? childrenNotToSuspend);

    /// <summary>Whether the runtime finds every member that a type's accessors name.</summary>
    internal static bool CanBind(Type accessors)
    {
        try
        {
            foreach (var method in accessors.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }

            return true;
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }

    private static bool HasStatus(string name, int value) =>
        typeof(Mailbox).GetNestedType("MailboxStatus", BindingFlags.NonPublic)?.GetField(name)?.GetRawConstantValue() is int known && known == value;
}
