using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>All data as a file to hand over.</summary>
public sealed record PersonFileResponse(
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonExportResponse> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailResponse> Mails);
