namespace ActorCafe.Shop.Running;

/// <summary>Reports the share of the work done over all replications, which are counted from 0 here.</summary>
internal sealed class ReplicationProgress(IProgress<double>? progress, int replications, long? ordersEach)
{
    private readonly double[] _done = new double[replications];

    public void Report(int replication, long left)
    {
        if (ordersEach is { } orders)
        {
            Set(replication, Math.Min(1, (double)left / orders));
        }
    }

    public void Done(int replication) => Set(replication, 1);

    private void Set(int replication, double share)
    {
        if (progress is not null)
        {
            _done[replication] = share;
            progress.Report(_done.Sum() / replications);
        }
    }
}
