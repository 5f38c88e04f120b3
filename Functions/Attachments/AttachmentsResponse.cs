using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>The files with a case that can be read.</summary>
public sealed record AttachmentsResponse([property: JsonPropertyName("bijlagen")] IReadOnlyList<AttachmentResponse> Files)
{
    /// <summary>Lists the files of a case, or some of them, in the order in which they came.</summary>
    public static AttachmentsResponse Of(CaseFile file, Func<CaseAttachment, bool> shown) => new(
        [.. file.State.Attachments.Where(attachment => !attachment.IsGone && shown(attachment))
            .Select(attachment => AttachmentResponse.Of(file, attachment))]);
}
