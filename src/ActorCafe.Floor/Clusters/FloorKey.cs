using System.Security.Cryptography;
using System.Text;
using ActorCafe.Floor.Http;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Clusters;

/// <summary>The key of this start, which the page finds in its address. Other programs and sites do not know it.</summary>
internal sealed class FloorKey
{
    public const string Header = "X-Floor-Key";

    /// <summary>The key.</summary>
    public string Text { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <exception cref="RefusedException">The request does not show the key.</exception>
    public void Check(HttpRequest request)
    {
        if (request.Headers[Header] is not [{ } shown] || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(Text)))
        {
            throw new RefusedException(StatusCodes.Status403Forbidden, $"This needs the key of this start in the header {Header}; open the page at the address that the command printed.");
        }
    }
}
