using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace ActorCafe.Node.Actors;

/// <summary>
/// Warnings of Akka's that are repeated each second or faster while nodes start, stop or look for each other, although nothing is wrong. Those that would be
/// a real problem if they lasted are logged once, when they have lasted.
/// </summary>
/// <param name="time">Wall time.</param>
public sealed class TransientTrouble(TimeProvider time) : ILogEventFilter
{
    /// <summary>After this long without repetition, the same warning is a new problem.</summary>
    private static readonly TimeSpan Over = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(30);

    // Strings without quotes, as Akka writes them.
    private static readonly MessageTemplateTextFormatter Message = new("{Message:lj}", CultureInfo.InvariantCulture);

    private readonly Kind[] _kinds =
    [
        // Nobody answers at an address. The membership reports a lost node, and the next kind a seed node that is not there.
        new(IsAssociation, ["Connection refused", "SocketException", "Error [Association failed with "], TimeSpan.MaxValue),
        new(log => log.StartsWith("Association with remote system ", StringComparison.Ordinal), ["EndpointDisassociatedException: Disassociated"], TimeSpan.MaxValue),
        new(log => log == "Disassociated", [""], TimeSpan.MaxValue),
        new(log => log.StartsWith("Unable to REMOVE channel ", StringComparison.Ordinal), [""], TimeSpan.MaxValue),
        // The others took this node for lost, and it is about to end.
        new(IsAssociation, ["has quarantined this system"], TimeSpan.Zero),
        new(log => log.StartsWith("Couldn't join seed nodes after ", StringComparison.Ordinal), [""], TimeSpan.Zero),
        // Sharding, until a node with machines is up and every region has found the coordinator there.
        new(log => log.Contains(": The ShardCoordinator was unable to ", StringComparison.Ordinal), ["-state-timeout': "], Lasting),
        new(log => log.Contains(": No coordinator found to register. ", StringComparison.Ordinal), [""], Lasting),
        new(log => log.Contains(": Requested shard homes ", StringComparison.Ordinal), [""], Lasting),
        new(log => log.Contains(": Trying to register to coordinator at ", StringComparison.Ordinal), [""], Lasting),
    ];

    /// <inheritdoc/>
    public bool IsEnabled(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        if (logEvent.Level < LogEventLevel.Warning)
        {
            return true;
        }

        var text = Text(logEvent);
        return Array.Find(_kinds, kind => kind.Covers(text)) is not { } found || found.IsDue(time.GetUtcNow());
    }

    private static string Text(LogEvent log)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(log, text);
        return text.ToString();
    }

    private static bool IsAssociation(string log) =>
        log.StartsWith("AssociationError ", StringComparison.Ordinal) || log.StartsWith("Tried to associate with unreachable ", StringComparison.Ordinal);

    /// <param name="is">Recognizes the warning.</param>
    /// <param name="reasons">The warning contains one of these.</param>
    /// <param name="patience">How long it may last before it is logged.</param>
    private sealed class Kind(Predicate<string> @is, string[] reasons, TimeSpan patience)
    {
        private DateTimeOffset _first;
        private DateTimeOffset _last;
        private bool _isLogged;

        public bool Covers(string text) => @is(text) && Array.Exists(reasons, reason => text.Contains(reason, StringComparison.Ordinal));

        public bool IsDue(DateTimeOffset now)
        {
            if (now - _last > Over)
            {
                (_first, _isLogged) = (now, false);
            }

            _last = now;
            if (_isLogged || now - _first < patience)
            {
                return false;
            }

            _isLogged = true;
            return true;
        }
    }
}
