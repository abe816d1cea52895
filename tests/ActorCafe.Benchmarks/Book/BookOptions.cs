using System.Globalization;

namespace ActorCafe.Benchmarks.Book;

/// <param name="Orders">Orders per run.</param>
/// <param name="Callers">Concurrent callers, one run each.</param>
/// <param name="Folder">Folder for the SQLite books; null: a temporary one.</param>
/// <param name="Postgres">Connection string of the server to measure; null: a temporary server, if PostgreSQL is installed.</param>
internal sealed record BookOptions(int Orders, int[] Callers, string? Folder, string? Postgres)
{
    /// <summary>Parses the options; null if they are invalid.</summary>
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
