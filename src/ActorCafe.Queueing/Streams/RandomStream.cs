namespace ActorCafe.Queueing.Streams;

/// <summary>A stream of random numbers named by what it is for, so that a draw depends on nothing drawn elsewhere.</summary>
public struct RandomStream
{
}
