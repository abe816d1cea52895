namespace ActorCafe.Time;

/// <summary>A message reached an actor in virtual time from a thread other than the kernel's, so the run would not be repeatable.</summary>
internal sealed class ForeignThreadException(string origin) : Exception(
    $"a message came from outside virtual time ({origin}): Ask with PipeTo, ConfigureAwait(false), Task.Run and Task.Delay leave the clock's thread; tell a message instead, or use clock mode real");
