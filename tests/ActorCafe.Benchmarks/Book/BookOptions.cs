using System.Globalization;

namespace ActorCafe.Benchmarks.Book;

/// <param name="Orders">Orders of each run.</param>
/// <param name="Callers">Callers of each run.</param>
/// <param name="Folder">Where the SQLite books are made; null: a temporary folder.</param>
/// <param name="Postgres">A server to measure; null: one of our own, if it is installed.</param>
internal sealed record BookOptions(int Orders, int[] Callers, string? Folder, string? Postgres)
{
    /// <summary>The options; null if they cannot be understood.</summary>
    public static BookOptions? Parse(string[] args)
    {
        var options = new BookOptions(50_000, [64, 256, 1024], null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return null;
            }

            try
            {
                var value = args[i + 1];
                options = args[i] switch
                {
                    "--orders" => options with { Orders = int.Parse(value, CultureInfo.InvariantCulture) },
                    "--callers" => options with { Callers = [.. value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))] },
                    "--folder" => options with { Folder = value },
                    "--postgres" => options with { Postgres = value },
                    _ => throw new FormatException(),
                };
            }
            catch (FormatException)
            {
                return null;
            }
        }

        return options;
    }
}
