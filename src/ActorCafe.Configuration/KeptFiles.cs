using ActorCafe.Configuration.Binding;

namespace ActorCafe.Configuration;

/// <summary>Data files as they were first read, for many shops that name the same ones.</summary>
public sealed class KeptFiles
{
    private readonly Dictionary<(bool IsEmbedded, string Path), DataFile> _files = [];

    internal DataFile Find(bool isEmbedded, string path, Func<DataFile> open) =>
        _files.TryGetValue((isEmbedded, path), out var file) ? file : _files[(isEmbedded, path)] = open();
}
