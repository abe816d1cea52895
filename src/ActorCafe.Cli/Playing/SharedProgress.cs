namespace ActorCafe.Cli.Playing;

/// <summary>The progress of many pieces of work as one.</summary>
internal sealed class SharedProgress(IProgress<double>? whole, int parts)
{
    private readonly double[] _shares = new double[parts];

    /// <summary>The progress of one piece; null where nobody watches.</summary>
    public IProgress<double>? Of(int part) => whole is null ? null : new Part(this, part);

    public void Done(int part) => Set(part, 1);

    private void Set(int part, double share)
    {
        _shares[part] = share;
        whole?.Report(_shares.Sum() / parts);
    }

    private sealed class Part(SharedProgress all, int part) : IProgress<double>
    {
        public void Report(double value) => all.Set(part, value);
    }
}
