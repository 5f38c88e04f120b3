using System.Globalization;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>The response to a report: the number, and the code that is shown only once.</summary>
public sealed record ReceiptResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("volgcode")] string Code,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("ontvangenOp")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("bericht")] string Message)
{
    public static ReceiptResponse Of(Receipt receipt) => new(
        receipt.Number, receipt.Code.ToString(), CaseStatus.Received.Slug(), receipt.ReceivedAt,
        string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"Je hoort uiterlijk {receipt.DueOn:d MMMM yyyy} van ons."));
}
