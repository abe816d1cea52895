namespace ActorCafe.Floor.Http;

/// <summary>A request that is not answered.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="why">A sentence for the person who asked.</param>
internal sealed class RefusedException(int status, string why) : Exception(why)
{
    public int Status { get; } = status;
}
