using Akka.Actor;
using Akka.Event;
using Akka.Hosting.Logging;

namespace ActorCafe.Node.Actors;

/// <summary>Writes Akka's log of a node, without the <see cref="TransientTrouble"/> of nodes that start, stop and look for each other. Debug writes everything.</summary>
internal sealed class NodeLogger : LoggerFactoryLogger
{
    private readonly TransientTrouble _trouble = new(TimeProvider.System);
    private readonly bool _isComplete = Context.System.Settings.LogLevel == "DEBUG";

    protected override void Log(LogEvent log, ActorPath path)
    {
        if (_isComplete || _trouble.IsWorthLogging(log))
        {
            base.Log(log, path);
        }
    }
}
