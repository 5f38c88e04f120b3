using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>A file with a case, for a person who may see its name.</summary>
public sealed record AttachmentResponse
{
    [JsonPropertyName("bijlage")]
    public required string Id { get; init; }

    [JsonPropertyName("bestandssoort")]
    public required FileType Type { get; init; }

    /// <summary>The size in bytes.</summary>
    [JsonPropertyName("grootte")]
    public required long Size { get; init; }

    /// <summary>The name that its sender gave it; null when it was erased.</summary>
    [JsonPropertyName("bestandsnaam")]
    public string? Name { get; init; }

    [JsonPropertyName("toegevoegdOp")]
    public required DateTimeOffset At { get; init; }

    /// <summary>The ministry of which it is a letter; null for a file of the reporter.</summary>
    [JsonPropertyName("ministerie")]
    public Ministry? From { get; init; }

    public static AttachmentResponse Of(CaseFile file, CaseAttachment attachment) => new()
    {
        Id = attachment.Id,
        Type = attachment.Type,
        Size = attachment.Size,
        Name = file.Text(attachment.Name),
        At = attachment.At,
        From = attachment.From,
    };
}
