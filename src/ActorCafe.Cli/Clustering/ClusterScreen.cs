using System.Diagnostics;
using System.Globalization;
using ActorCafe.Cli.Tables;
using Spectre.Console;
using Grid = ActorCafe.Cli.Tables.Grid;

namespace ActorCafe.Cli.Clustering;

/// <summary>Shows a running cluster: a live table on a terminal, a line for each change of its members and machines in a pipe.</summary>
internal sealed class ClusterScreen(FrontClient front, IAnsiConsole console, bool isTerminal)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private (TimeSpan At, long Served) _before;
    private string _rate = Human.None;

    /// <summary>Shows it until it closes.</summary>
    public async Task ShowAsync(CancellationToken closing)
    {
        try
        {
            if (isTerminal)
                await console.Live(new Text("")).AutoClear(false).StartAsync(live => LookAsync(status => live.UpdateTarget(Table(status)), closing));
            else
                await LookAsync(new Changes(console).Tell, closing);
        }
        catch (OperationCanceledException)
        {
            // It closes.
        }
    }

    private async Task LookAsync(Action<FrontStatus?> show, CancellationToken closing)
    {
        using var looks = new PeriodicTimer(BetweenLooks);
        do
        {
            var status = await front.StatusAsync(closing);
            Measure(status);
            show(status);
        }
        while (await looks.WaitForNextTickAsync(closing));
    }

    private void Measure(FrontStatus? status)
    {
        var now = _clock.Elapsed;
        if (status is null || now - _before.At < TimeSpan.FromSeconds(1))
            return;
        _rate = Human.Number((status.Orders.Served - _before.Served) / (now - _before.At).TotalSeconds);
        _before = (now, status.Orders.Served);
    }

    private Table Table(FrontStatus? status)
    {
        var table = Grid.Of("node", ["role", "status", "machines", "served"]);
        if (status is null)
        {
            table.Row("the front does not answer", []);
            return table;
        }

        foreach (var member in status.Members)
        {
            var machines = status.Machines.Where(machine => machine.Node == member.Address).ToArray();
            table.Row(Place(member), [string.Join(",", member.Roles), member.Status, .. machines.Length == 0 ? ["", ""] : new[] { Human.Count(machines.Length), Human.Count(machines.Sum(machine => machine.Served)) }]);
        }

        var orders = status.Orders;
        table.Caption = new TableTitle(string.Create(
            CultureInfo.InvariantCulture,
            $"accepted {orders.Accepted:N0}, served {orders.Served:N0} ({_rate} a second), pending {orders.Pending:N0}, repeated brews {orders.DuplicatesSuppressed:N0}, machines that stand nowhere {status.Machines.Count(machine => machine.Node is null)}"));
        return table;
    }

    private static string Place(FrontMember member) => member.Address[(member.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Lines for a pipe: one when members or machines are others than before.</summary>
    private sealed class Changes(IAnsiConsole console)
    {
        private string _last = "";

        public void Tell(FrontStatus? status)
        {
            var line = status is null ? "the front does not answer" : Line(status);
            if (line == _last)
                return;
            _last = line;
            var orders = status?.Orders;
            console.WriteLine(orders is null ? line : string.Create(
                CultureInfo.InvariantCulture, $"{line}; accepted {orders.Accepted}, served {orders.Served}, pending {orders.Pending}, repeated brews {orders.DuplicatesSuppressed}"));
        }

        private static string Line(FrontStatus status)
        {
            var members = string.Join(", ", status.Members.GroupBy(member => member.Status).Select(group => $"{group.Count()} {group.Key}"));
            var machines = string.Join(" + ", status.Machines.GroupBy(machine => machine.Node).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key is null ? $"{group.Count()} nowhere" : $"{group.Count()}"));
            return $"members: {members}; machines by node: {machines}";
        }
    }
}
