using System.Text.Json.Serialization;
using RegelLoket.Attachments;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>All data that one case holds of one person.</summary>
public sealed record PersonExportResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("rol")]
    public required PersonPart Part { get; init; }

    [JsonPropertyName("ontvangenOp")]
    public required DateTimeOffset ReportedAt { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("melder")]
    public required PersonContact Contact { get; init; }

    /// <summary>The texts that the person wrote.</summary>
    [JsonPropertyName("teksten")]
    public required IReadOnlyList<PersonText> Texts { get; init; }

    /// <summary>The texts that the desk wrote to the person.</summary>
    [JsonPropertyName("aanDezePersoon")]
    public required IReadOnlyList<PersonText> Received { get; init; }

    /// <summary>The files that the person sent; each is read back by its id.</summary>
    [JsonPropertyName("bijlagen")]
    public required IReadOnlyList<AttachmentResponse> Files { get; init; }

    /// <summary>The number of events of the case.</summary>
    [JsonPropertyName("gebeurtenissen")]
    public required int Events { get; init; }

    public static PersonExportResponse Of(CaseFile file, CasePerson person)
    {
        var contact = PersonTrace.ContactOf(file.Private, person);
        return new PersonExportResponse
        {
            Number = file.Number,
            Part = person.Part,
            ReportedAt = file.State.ReportedAt,
            Status = file.State.Status,
            Contact = new PersonContact(contact?.Name, contact?.Email?.Value, contact?.Telephone),
            Texts = Listed(PersonTrace.WordsOf(file, person)),
            Received = Listed(PersonTrace.WordsTo(file, person)),
            Files = person.Part == PersonPart.Reporter
                ? AttachmentsResponse.Of(file, attachment => attachment.From is null).Files : [],
            Events = file.Events.Count,
        };
    }

    private static IReadOnlyList<PersonText> Listed(IEnumerable<(CaseEvent Event, string Name, string Text)> words) =>
        [.. words.Select(word => new PersonText(word.Event.Number, word.Event.At, word.Name, word.Text))];
}
