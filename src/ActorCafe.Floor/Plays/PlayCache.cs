namespace ActorCafe.Floor.Plays;

/// <summary>Keeps the plays that were asked for last, up to a number of bytes. Not thread-safe: <see cref="PlayLibrary"/> guards it.</summary>
internal sealed class PlayCache(long mostBytes)
{
    private readonly Dictionary<string, LinkedListNode<(string Key, Play Play)>> _byKey = [];
    private readonly LinkedList<(string Key, Play Play)> _latestFirst = [];

    public long Bytes { get; private set; }

    public Play? Find(string key)
    {
        if (!_byKey.TryGetValue(key, out var node))
        {
            return null;
        }

        _latestFirst.Remove(node);
        _latestFirst.AddFirst(node);
        return node.Value.Play;
    }

    public void Add(string key, Play play)
    {
        _byKey[key] = _latestFirst.AddFirst((key, play));
        Bytes += play.Gzip.Length;
        while (Bytes > mostBytes && _latestFirst.Last is { } oldest)
        {
            _latestFirst.RemoveLast();
            _byKey.Remove(oldest.Value.Key);
            Bytes -= oldest.Value.Play.Gzip.Length;
        }
    }
}
