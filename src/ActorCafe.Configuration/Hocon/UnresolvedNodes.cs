namespace ActorCafe.Configuration.Hocon;

// What a tree may hold until HoconReader.Resolve has seen the whole of it.

/// <summary>Hides whatever stood at the key before.</summary>
internal sealed record HoconNull(Origin Origin) : HoconNode(Origin);

/// <summary>The value at another path, as <c>${path}</c> or <c>${?path}</c>.</summary>
/// <param name="Key">The key it is written at, as errors show it.</param>
/// <param name="IsSelf">Whether it means its own key, that is what stood there before.</param>
internal sealed record HoconReference(IReadOnlyList<string> Path, bool IsOptional, string Key, bool IsSelf, Origin Origin) : HoconNode(Origin);

/// <summary>Values written side by side, white space between them included.</summary>
internal sealed record HoconConcatenation(IReadOnlyList<HoconNode> Parts, string Key, Origin Origin) : HoconNode(Origin);

/// <summary>Values to be appended to the list that stood at the key before.</summary>
internal sealed record HoconAppended(List<HoconNode> Items, string Key, Origin Origin) : HoconNode(Origin);

/// <summary>Values of one key, the lowest first, that cannot be laid over one another before substitutions are known.</summary>
internal sealed record HoconLayers(List<HoconNode> Layers, Origin Origin) : HoconNode(Origin);
