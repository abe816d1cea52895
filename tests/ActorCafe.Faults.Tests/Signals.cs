using System.Runtime.InteropServices;

namespace ActorCafe.Faults.Tests;

/// <summary>What can be said to a process from outside.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    public static void Send(int process, int signal) => kill(process, signal).ShouldBe(0);

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
