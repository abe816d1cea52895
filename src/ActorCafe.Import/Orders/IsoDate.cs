using System.Globalization;

namespace ActorCafe.Import.Orders;

/// <summary>Writes dates as 2024-03-01.</summary>
public static class IsoDate
{
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
