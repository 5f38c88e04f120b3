using System.Text.Json.Serialization;
using RegelLoket.Attachments;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>
/// One file as a ministry sees it: a letter of its own, or one that was ticked for it; of that, not the name that the
/// reporter gave it.
/// </summary>
public sealed record QuestionFileResponse(
    [property: JsonPropertyName("bijlage")] string Id, [property: JsonPropertyName("bestandsnummer")] int Place,
    [property: JsonPropertyName("bestandssoort")] FileType Type, [property: JsonPropertyName("grootte")] long Size,
    [property: JsonPropertyName("bestandsnaam")] string? Name)
{
    /// <summary>Returns the files that the ministry of a request may see.</summary>
    public static IReadOnlyList<QuestionFileResponse> Of(CaseFile file, MinistryRequest request) =>
        [.. file.State.Attachments.Where(attachment => MaySee(request, attachment)).Select(attachment => new QuestionFileResponse(
            attachment.Id, FileDownloads.PlaceOf(file.State, attachment), attachment.Type, attachment.Size,
            attachment.From == request.Ministry ? file.Text(attachment.Name) : null))];

    /// <summary>Whether the ministry of a request may see a file.</summary>
    public static bool MaySee(MinistryRequest request, CaseAttachment attachment) =>
        !attachment.IsGone && (attachment.From == request.Ministry || request.Files.Contains(attachment.Id));
}
