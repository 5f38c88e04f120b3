using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>Where something of a person is, while nothing is shown or erased.</summary>
public sealed record PersonPreviewResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonRequestLine> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailLine> Mails);
