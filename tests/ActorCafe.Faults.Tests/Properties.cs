// The faults share one café and two cores, so they run one by one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
