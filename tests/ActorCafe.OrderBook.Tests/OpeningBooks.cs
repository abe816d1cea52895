using System.Collections.Immutable;

namespace ActorCafe.OrderBook.Tests;

/// <summary>Opens a book whose rereading is not looked at.</summary>
internal static class OpeningBooks
{
    public static async Task<ImmutableArray<BookedOrder>> OpenAsync(this DurableOrderBook book, CancellationToken cancellation) =>
        (await book.OpenAsync(_ => { }, cancellation)).Open;
}
