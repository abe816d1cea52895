using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Configuration;
using ActorCafe.Floor;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary><c>floor</c>: serves a page that shows shops at work, until Ctrl-C.</summary>
internal static class FloorCommand
{
    private const int DefaultPort = 8090;

    private static readonly Argument<string[]> Files =
        SharedOptions.Files("One file per shop, shown side by side (none: the essay's five). Options apply to every shop, --pool to those with such a stage");

    private static readonly Option<string> Port = new("--port")
    {
        HelpName = "PORT",
        Description = $"The port of the page, on this machine only; 0: any free one (default: {DefaultPort})",
    };

    private static readonly Option<bool> Open = new("--open")
    {
        Description = "Open the page in the browser",
    };

    public static Command Create()
    {
        var command = new Command("floor", "Serve a page that shows customers queue and workers work, until Ctrl-C") { Files, Port, Open };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(parse));
        return command;
    }

    // Not inlined: loads ASP.NET, which other commands do without.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> RunAsync(ParseResult parse)
    {
        var port = ReadPort(parse, Port, DefaultPort);
        var (files, changes) = (parse.GetValue(Files) ?? [], SimulationOptions.ReadOverrides(parse));
        var shops = ComparedShops.Load(files, changes);
        // The lesson tells of the essay's shops as they are.
        var planner = files.Length == 0 && changes.Count == 0 ? new LessonPlanner(shops) : null;
        using var shutdown = new GracefulShutdown("closing");
        try
        {
            await using var floor = await FloorServer.StartAsync([.. shops.Select(shop => ShopLog.Nothing.Into(shop.Settings))], port, planner, Predict);
            await Console.Out.WriteLineAsync($"floor: {floor.Page} (Ctrl-C ends it)");
            await Console.Out.FlushAsync();
            if (parse.GetValue(Open))
            {
                Browse(floor.Page);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, shutdown.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return ExitCodes.Interrupted;
        }
        catch (PortTakenException)
        {
            throw PortTaken(Port, port);
        }
    }

    private static TheoryFigure Predict(ShopSettings shop)
    {
        var theory = ShopTheory.Predict(shop);
        var stages = theory.TimeInShop is null && !theory.Overloaded.Any() ? theory.Stages.Where(stage => stage.Wait is null && stage.Why != theory.Why) : [];
        return new(theory.TimeInShop, theory.Exactness == Exactness.Exact, string.Join("; ", [theory.Why, .. stages.Select(stage => $"{stage.Name}: {stage.Why}")]));
    }

    /// <summary>Reads the port of a page.</summary>
    /// <exception cref="InputException">It is none.</exception>
    internal static int ReadPort(ParseResult parse, Option<string> option, int orElse)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return orElse;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new InputException(option.Name, text, "not a port", $"write a whole number from 0 (any free one) to {ushort.MaxValue}");
    }

    internal static InputException PortTaken(Option<string> option, int port) =>
        new(option.Name, port.ToString(CultureInfo.InvariantCulture), "another program uses this port", "choose another, or 0 for any free one");

    private static void Browse(Uri page)
    {
        try
        {
            Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception problem) when (problem is Win32Exception or PlatformNotSupportedException)
        {
            Console.Error.WriteLine($"no browser could be opened ({problem.Message}); open {page} yourself");
        }
    }
}
