using Microsoft.AspNetCore.Http;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Intake.Drafts;

/// <summary>
/// The files of drafts, each draft with a folder of its own. When the draft is sent they become files of its case; a
/// folder that is left over shows the nightly run that this was cut off, or that its draft is gone.
/// </summary>
public sealed class DraftFiles(DraftStore drafts, AttachmentStore store, AttachmentService attachments, RequestClaims claims)
{
    private const string Full = "Er zijn al 5 bestanden. Haal er eerst een weg.";

    /// <summary>Checks a file and adds it to a draft; a repetition of the request adds it once.</summary>
    /// <returns>Why it was not added, as a sentence for its sender; null when it was.</returns>
    public async Task<string?> AddAsync(
        HttpRequest request, FollowCode code, UploadedFile file, CancellationToken cancellation)
    {
        var check = await attachments.CheckAsync(request, file, cancellation);
        if (check is not FileCheck.Passed passed)
        {
            return UploadWords.Of(file.Name, ((FileCheck.Refused)check).Fault);
        }

        await using var kept = passed;
        FileMarks.Begin(request, file.Content!);
        var once = await claims.OnceAsync("draft-file", () => StoreAsync(code, file.Name, passed, cancellation), cancellation);
        return once is Once.Done ? null : $"{file.Name}: {Full}";
    }

    /// <summary>Takes a file away from a draft.</summary>
    public async Task RemoveAsync(FollowCode code, string id, CancellationToken cancellation)
    {
        var isOurs = false;
        await drafts.ChangeAsync(code, draft =>
        {
            isOurs = draft.Sent is null && draft.Files.Any(file => file.Id == id);
            return isOurs ? draft with { Files = [.. draft.Files.Where(file => file.Id != id)] } : draft;
        }, cancellation);
        if (isOurs)
        {
            await store.DeleteAsync(FolderOf(code), id, cancellation);
        }
    }

    /// <summary>Makes the files of a sent draft files of its case.</summary>
    public async Task AdoptAsync(string name, Draft draft, CaseNumber number, CancellationToken cancellation)
    {
        var folder = AttachmentStore.FolderOfDraft(name);
        await attachments.AdoptAsync(number, folder, draft.Files, cancellation);
        await store.DeleteAllAsync(folder, cancellation);
    }

    /// <summary>Completes what was cut off between a report and its files.</summary>
    public async Task AdoptLeftAsync(CancellationToken cancellation)
    {
        await foreach (var name in store.DraftsAsync(cancellation))
        {
            if (await drafts.FindByNameAsync(name, cancellation) is { Sent: { Joined: null, Number: { } sent } } draft
                && CaseNumber.TryParse(sent, out var number))
            {
                await AdoptAsync(name, draft, number, cancellation);
            }
        }
    }

    /// <summary>Deletes the files whose draft is gone.</summary>
    public async Task DeleteLeftAsync(CancellationToken cancellation)
    {
        await foreach (var name in store.DraftsAsync(cancellation))
        {
            if (await drafts.FindByNameAsync(name, cancellation) is null)
            {
                await store.DeleteAllAsync(AttachmentStore.FolderOfDraft(name), cancellation);
            }
        }
    }

    private async Task<string?> StoreAsync(FollowCode code, string name, FileCheck.Passed passed, CancellationToken cancellation)
    {
        var file = new DraftFile(AttachmentService.NewId(), passed.Type, passed.Content.Length, name);
        await store.PutAsync(FolderOf(code), file.Id, passed.Content, cancellation);
        var isAdded = false;
        await drafts.ChangeAsync(code, draft =>
        {
            isAdded = draft.Sent is null && draft.Files.Count < CaseAttachment.Most;
            return isAdded ? draft with { Files = [.. draft.Files, file] } : draft;
        }, cancellation);
        if (!isAdded)
        {
            await store.DeleteAsync(FolderOf(code), file.Id, CancellationToken.None);
        }

        return isAdded ? file.Id : null;
    }

    private static string FolderOf(FollowCode code) => AttachmentStore.FolderOfDraft(code.Hash());
}
