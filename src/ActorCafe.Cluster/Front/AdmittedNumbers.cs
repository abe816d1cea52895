using ActorCafe.OrderBook;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The numbers of the orders that this front has admitted, so that each is admitted once, whatever is repeated or overtaken. The book counts without gaps, so
/// the numbers up to some point are admitted or ended, and few beyond it are.
/// </summary>
internal sealed class AdmittedNumbers
{
    private readonly HashSet<long> _open;
    private readonly HashSet<long> _beyond = [];
    private long _upTo;

    /// <param name="book">The book as it was opened: of the orders up to its last number only those that are open remain to be admitted.</param>
    public AdmittedNumbers(OpenedBook book)
    {
        _upTo = book.LastNumber;
        _open = [.. book.Open.Select(order => order.Number)];
    }

    /// <summary>Whether the number had not been admitted; it is from now on.</summary>
    public bool Add(long number)
    {
        if (number <= _upTo)
        {
            return _open.Remove(number);
        }

        if (!_beyond.Add(number))
        {
            return false;
        }

        while (_beyond.Remove(_upTo + 1))
        {
            _upTo++;
        }

        return true;
    }
}
