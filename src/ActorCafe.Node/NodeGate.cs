namespace ActorCafe.Node;

/// <summary>Whether the node takes part: from the moment it is asked to close it is not ready, whatever its membership says.</summary>
internal sealed class NodeGate(INodeActors actors)
{
    private volatile bool _isClosing;

    public bool IsClosing => _isClosing;

    public bool IsReady => !_isClosing && actors.IsUp;

    public void Close() => _isClosing = true;
}
