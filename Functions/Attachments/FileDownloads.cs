using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>Hands out files of a case; who may have which is for the caller to say.</summary>
public sealed class FileDownloads(AttachmentStore store)
{
    /// <summary>Returns a file as a response; null when the case has none by that id, or its content is gone.</summary>
    public async Task<IResult?> OfAsync(CaseFile file, string id, CancellationToken cancellation) =>
        file.State.Attachment(id) is { } found
            && await store.OpenAsync(AttachmentStore.FolderOf(file.Number), id, cancellation) is { } content
            ? new FileDownload(file.Number, PlaceOf(file.State, found), found, content) : null;

    /// <summary>The place of a file among all of the case, counted from 1: its name for a person who may not see its own.</summary>
    public static int PlaceOf(CaseState state, CaseAttachment file) => state.Attachments.IndexOf(file) + 1;
}
