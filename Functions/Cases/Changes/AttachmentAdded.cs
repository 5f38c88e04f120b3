using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A file came with the case, of the reporter or of a ministry. Its name is a text of this event.</summary>
public sealed record AttachmentAdded : CaseChange
{
    public required string Id { get; init; }

    /// <summary>The kind; in storage "type" is the kind of the change.</summary>
    [JsonPropertyName("fileType")]
    public required FileType Type { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The ministry that sent it; null for the reporter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ministry? From { get; init; }

    /// <summary>The identity of the mail in which it came; null when it was added on a page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MailHash { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Attachments = [.. state.Attachments,
            new CaseAttachment(Id, Type, Size, e.By, e.At, e.Text(TextNames.FileName)) { From = From, MailHash = MailHash }],
        // A file that comes with the report is no news to a person who has yet to read the report.
        UnreadSince = e.By.Role == ActorRole.Reporter && state.Handler is not null ? state.UnreadSince ?? e.At : state.UnreadSince,
    };
}
