using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace ActorCafe.Node.Http;

/// <summary>An order as a customer places it.</summary>
internal sealed partial record OrderRequest
{
    public const int LongestId = 128;
    public const int LongestCustomer = 256;

    [Description("The customer's id of the order: sent again, it is the same order and brings no second coffee")]
    [Required, StringLength(LongestId, MinimumLength = 1), RegularExpression("^[A-Za-z0-9._:-]+$")]
    public required string Id { get; init; }

    [Description("A drink on the menu")]
    [Required]
    public required string Drink { get; init; }

    [Description("Who orders")]
    [StringLength(LongestCustomer)]
    public string? Customer { get; init; }

    /// <summary>Whether an order can have this id; <c>.</c> and <c>..</c> can't be asked for, as clients take them out of a path.</summary>
    public static bool IsId(string text) => text.Length <= LongestId && Ids().IsMatch(text) && text is not ("." or "..");

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]+\z")]
    private static partial Regex Ids();
}
