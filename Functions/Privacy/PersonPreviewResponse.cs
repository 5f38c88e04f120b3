using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The places with data of a person, without showing or erasing it.</summary>
public sealed record PersonPreviewResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonRequestLine> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailLine> Mails,
    [property: JsonPropertyName("volgdePerMail")] bool Followed);
