// The faults share one café, and two cores: one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
