namespace ActorCafe.Cli;

/// <summary>What the program says to the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;

    /// <summary>128 + SIGINT: closed by Ctrl-C, after reporting.</summary>
    public const int ClosedByHand = 130;
}
