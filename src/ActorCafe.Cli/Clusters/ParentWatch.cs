namespace ActorCafe.Cli.Clusters;

/// <summary>
/// Watches the parent process, which holds this process's standard input open. The pipe closes when the parent ends, even by
/// SIGKILL, on every operating system.
/// </summary>
internal static class ParentWatch
{
    /// <summary>More than a node needs to hand over and leave.</summary>
    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(6);

    /// <summary>
    /// Calls <paramref name="close"/> when the parent is gone, and exits if closing takes too long, because nobody is left to kill
    /// this process.
    /// </summary>
    public static void OnExit(Action close) => new Thread(() => Watch(close)) { IsBackground = true, Name = "holder" }.Start();

    private static void Watch(Action close)
    {
        using (var input = Console.OpenStandardInput())
        {
            var ignored = new byte[64];
            while (input.Read(ignored) > 0)
            {
                // Input is ignored; only its end matters.
            }
        }

        try
        {
            close();
        }
        catch (ObjectDisposedException)
        {
            // Already closing.
        }

        using var never = new ManualResetEventSlim();
        never.Wait(ToClose);
        Environment.Exit(ExitCodes.Failed);
    }
}
