using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Somebody erased the own data.</summary>
public sealed record OwnErasureResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("gewist")] bool IsErased);

/// <summary>Where something of a person is, while nothing is shown or erased.</summary>
public sealed record PersonPreviewResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonRequestLine> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailLine> Mails);

/// <summary>What a person asked to erase was erased.</summary>
public sealed record PersonErasureResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("gewist")] IEnumerable<CaseNumber> Erased,
    [property: JsonPropertyName("verklaring")] HandledPersonRequest Certificate);

/// <summary>What is held of a person who asked to see it.</summary>
public sealed record PersonInspectionResponse(
    [property: JsonPropertyName("proef")] bool DryRun,
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonExportResponse> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailResponse> Mails,
    [property: JsonPropertyName("verklaring")] HandledPersonRequest Certificate);

/// <summary>The same as a file to hand over.</summary>
public sealed record PersonFileResponse(
    [property: JsonPropertyName("zaken")] IReadOnlyList<PersonExportResponse> Cases,
    [property: JsonPropertyName("binnengekomenMails")] IReadOnlyList<PersonMailResponse> Mails);

/// <summary>The requests that were carried out, the newest first.</summary>
public sealed record PersonRequestsResponse(
    [property: JsonPropertyName("verklaringen")] IReadOnlyList<HandledPersonRequest> Certificates);

/// <summary>The rounds of retention, the newest first.</summary>
public sealed record RetentionRunsResponse([property: JsonPropertyName("verklaringen")] IReadOnlyList<Certificate> Certificates);
