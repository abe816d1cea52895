namespace ActorCafe.Cli.Clusters;

/// <summary>
/// Whoever started this process and holds its standard input: that ends with the holder, however the holder ends, SIGKILL
/// included, and on every system.
/// </summary>
internal static class Holder
{
    /// <summary>More than a node takes to hand over and leave.</summary>
    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(6);

    /// <summary>Calls <paramref name="close"/> when the holder lets go, and ends the process if that takes too long: nobody is left to do so.</summary>
    public static void WhenGone(Action close) => new Thread(() => Watch(close)) { IsBackground = true, Name = "holder" }.Start();

    private static void Watch(Action close)
    {
        using (var input = Console.OpenStandardInput())
        {
            var ignored = new byte[64];
            while (input.Read(ignored) > 0)
            {
                // Nothing is said to a node this way.
            }
        }

        try
        {
            close();
        }
        catch (ObjectDisposedException)
        {
            // It is closing already.
        }

        using var never = new ManualResetEventSlim();
        never.Wait(ToClose);
        Environment.Exit(ExitCodes.Failed);
    }
}
