using System.Text.Json.Serialization;
using RegelLoket.Library.Subscriptions;

namespace RegelLoket.Privacy;

/// <summary>All data as a file to hand over.</summary>
public sealed record PersonFileResponse(
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonExportResponse> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailResponse> Mails,
    [property: JsonPropertyName("volgtPerMail"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SubscriptionResponse? Followed);
