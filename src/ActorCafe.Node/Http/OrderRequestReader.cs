using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Node.Http;

/// <summary>Parses an order strictly: rejects unknown fields instead of dropping them.</summary>
/// <param name="menu">The drinks.</param>
internal sealed class OrderRequestReader(ImmutableArray<Drink> menu)
{
    private const string Example = """{"id": "...", "drink": "coffee", "customer": "..."}""";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private readonly FrozenSet<string> _drinks = menu.Select(drink => drink.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="RefusedOrderException">The body is not an order.</exception>
    public OrderRequest Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span))
            {
                throw new RefusedOrderException("the body is not UTF-8");
            }

            using var document = JsonDocument.Parse(body, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new RefusedOrderException($"the body is not JSON with each field once; send {Example}");
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate, written as an escape.
            throw new RefusedOrderException("a text in the body is not valid Unicode");
        }
    }

    private OrderRequest Read(JsonElement order)
    {
        if (order.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedOrderException($"the body is not a JSON object; send {Example}");
        }

        foreach (var field in order.EnumerateObject().Where(field => field.Name is not ("id" or "drink" or "customer")))
        {
            throw new RefusedOrderException($"an order has no field {Shown(field.Name)}; its fields are id, drink and customer");
        }

        return new()
        {
            Id = Id(Text(order, "id") ?? throw new RefusedOrderException("the order has no id; choose one, so that you can safely send the order again")),
            Drink = Drink(Text(order, "drink") ?? throw new RefusedOrderException($"the order has no drink; choose from: {Menu}")),
            Customer = Text(order, "customer") is { } customer ? Customer(customer) : null,
        };
    }

    private string Menu => string.Join(", ", menu.Select(drink => drink.Name));

    private static string? Text(JsonElement order, string name) =>
        !order.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw new RefusedOrderException($"the {name} is not a string");

    private static string Id(string id) => OrderRequest.IsId(id) ? id
        : throw new RefusedOrderException($"the id must consist of 1 to {OrderRequest.LongestId} letters (A-Z, a-z), digits and . _ : -, and be neither . nor ..");

    private string Drink(string drink) => _drinks.Contains(drink) ? drink
        : throw new RefusedOrderException($"{Shown(drink)} is not on the menu; {DidYouMean.Ask(drink, _drinks) ?? $"choose from: {Menu}"}");

    private static string Customer(string customer) =>
        customer.Length > OrderRequest.LongestCustomer ? throw new RefusedOrderException($"the customer is longer than {OrderRequest.LongestCustomer} characters")
            : customer.Any(char.IsControl) ? throw new RefusedOrderException("the customer has a line break or another control character")
            : customer;

    private static string Shown(string text) => text.Length <= 60 ? $"'{text}'" : $"'{text[..60]}...'";
}

/// <summary>The reason why an order is refused.</summary>
internal sealed class RefusedOrderException(string message) : Exception(message);

/// <summary>An order as placed by a customer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed partial record OrderRequest
{
    public const int LongestId = 128;
    public const int LongestCustomer = 256;

    /// <summary>An id as the description of the API defines it. See <see cref="IsId"/>.</summary>
    public const string IdPattern = @"^(?!\.{1,2}$)[A-Za-z0-9._:-]+$";

    [Description("Chosen by the customer; sent again, it is the same order and brings no second coffee")]
    [Required, StringLength(LongestId, MinimumLength = 1), RegularExpression(IdPattern)]
    public required string Id { get; init; }

    [Description("A drink on the menu")]
    [Required]
    public required string Drink { get; init; }

    [Description("The customer who orders")]
    [StringLength(LongestCustomer)]
    public string? Customer { get; init; }

    /// <summary>Whether the text is a valid order id. Clients remove <c>.</c> and <c>..</c> from paths, so these could not be looked up.</summary>
    public static bool IsId(string text) => text.Length <= LongestId && Ids().IsMatch(text) && text is not ("." or "..");

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]+\z")]
    private static partial Regex Ids();
}
