using ActorCafe.Configuration;
using ActorCafe.Import.Columns;
using ActorCafe.Import.Reading;
using ActorCafe.Import.Times;

namespace ActorCafe.Import.Orders;

/// <summary>Collects measured service times. A row of several orders has the time of them all, so only single orders are measured.</summary>
/// <param name="file">The file, for errors.</param>
/// <param name="name">The name of the column, which may end in a unit.</param>
internal sealed class ServiceColumn(InputFile file, string name)
{
    private readonly decimal _secondsPerUnit = DurationUnit.Of(name);
    private readonly List<(int Drink, double Seconds)> _measured = [];
    private int _missing;
    private int _several;

    /// <summary>The service times above 0, in seconds, by drink.</summary>
    public IReadOnlyList<(int Drink, double Seconds)> Measured => _measured;

    /// <summary>Which rows have no service time; null if each has one.</summary>
    public string? Note => _missing + _several == 0 ? null
        : $"rows without a service time that counts: {_missing} empty, 0 or unreadable, {_several} with a quantity above 1";

    /// <exception cref="InputException">The time may be hours and minutes, or minutes and seconds.</exception>
    public void Add(int line, string text, int drink, int quantity)
    {
        if (DurationText.IsAmbiguous(text))
        {
            throw new InputException(file.Name, $"line {line}", $"the {name} '{text}' may be hours and minutes, or minutes and seconds", "write seconds or hh:mm:ss");
        }

        if (quantity > 1)
        {
            _several++;
        }
        else if (DurationText.Seconds(text, _secondsPerUnit) is > 0 and var seconds)
        {
            _measured.Add((drink, seconds));
        }
        else
        {
            _missing++;
        }
    }
}
