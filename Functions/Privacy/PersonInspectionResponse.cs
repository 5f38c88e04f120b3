using System.Text.Json.Serialization;
using RegelLoket.Library.Subscriptions;

namespace RegelLoket.Privacy;

/// <summary>The data of a person who asked to inspect it.</summary>
public sealed record PersonInspectionResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonExportResponse> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailResponse> Mails,
    [property: JsonPropertyName("volgtPerMail"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    SubscriptionResponse? Followed,
    [property: JsonPropertyName("verklaring")] HandledPersonRequest Certificate);
