namespace ActorCafe.Time.Tests.Programs;

public enum ActorKind
{
    /// <summary>Without anything special.</summary>
    Plain,

    /// <summary>An <see cref="IDirectReceiver"/>.</summary>
    Direct,

    /// <summary>With Akka's timers.</summary>
    Timed,

    /// <summary>With a stash, which needs a mailbox of another kind.</summary>
    Stashing,
}
