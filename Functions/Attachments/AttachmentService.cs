using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>
/// Adds files to a case and takes them away. The content is stored first, then the event: a content without an event is
/// seen by nobody, and is deleted at night.
/// </summary>
public sealed class AttachmentService(
    AttachmentStore store, CaseService service, CaseStore cases, FileChecks checks, IFileScanner scanner, StoredLimits limits,
    ILogger<AttachmentService> log)
{
    private const int IdBytes = 16;

    /// <summary>Whether files are taken here.</summary>
    public bool IsOpen => scanner.IsReady;

    public static string NewId() => RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);

    /// <summary>Checks a file of a request, within the limit of its caller.</summary>
    public async Task<FileCheck> CheckAsync(
        HttpRequest request, UploadedFile file, CancellationToken cancellation, bool onlyPdf = false) =>
        !IsOpen ? new FileCheck.Refused(FileFault.NotScanned)
        : !await limits.TryFileAsync(request, cancellation) ? new FileCheck.Refused(FileFault.TooMany)
        : await checks.CheckAsync(file, cancellation, onlyPdf);

    /// <summary>Checks one file of a request and adds it; a repetition of the request adds it once.</summary>
    /// <param name="request">The request that brings it.</param>
    /// <param name="context">Who adds it.</param>
    /// <param name="number">The case.</param>
    /// <param name="file">The file.</param>
    /// <param name="from">The ministry of which it is a letter; null for a file of the reporter.</param>
    /// <param name="workflows">The client for the workflow of the case.</param>
    /// <param name="cancellation">Cancels the wait; an event that was appended stays.</param>
    public async Task<AttachmentResult> AddAsync(
        HttpRequest request, CommandContext context, CaseNumber number, UploadedFile file, Ministry? from,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var check = await CheckAsync(request, file, cancellation, onlyPdf: from is not null);
        if (check is not FileCheck.Passed passed)
        {
            return new AttachmentResult.Refused(((FileCheck.Refused)check).Fault);
        }

        await using var kept = passed;
        FileMarks.Begin(request, file.Content!);
        var id = NewId();
        await store.PutAsync(AttachmentStore.FolderOf(number), id, passed.Content, cancellation);
        var result = await service.ActAsync(number, at => AttachmentRules.Refusal(at.State, from) is { } refusal
            ? new Decision.Refuse(refusal)
            : new Decision.Append(EventOf(context.By, id, passed.Type, passed.Content.Length, file.Name, from)), workflows, cancellation);
        if (result is CommandResult.Done { Case: var changed } && changed.State.Attachment(id) is { } added)
        {
            return new AttachmentResult.Added(changed, added);
        }

        // It was refused, or added before: then that one counts and this content is one too many.
        await DeleteAsync(number, id);
        return result is CommandResult.Done { Case: var known } && EarlierIn(known) is { } earlier
            ? new AttachmentResult.Added(known, earlier) : new AttachmentResult.NotNow(result);
    }

    /// <summary>Takes away a file: the content at once, or else in the next round of the reconciler; the record stays.</summary>
    /// <param name="context">Who takes it away.</param>
    /// <param name="number">The case.</param>
    /// <param name="id">The file.</param>
    /// <param name="isAllowed">Whether this person may take it away.</param>
    /// <param name="workflows">The client for the workflow of the case.</param>
    /// <param name="cancellation">Cancels the wait; an event that was appended stays.</param>
    public async Task<CommandResult> RemoveAsync(CommandContext context, CaseNumber number, string id,
        Func<CaseAttachment, bool> isAllowed, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var result = await service.ActAsync(number, file =>
            file.State.Attachments.FirstOrDefault(known => known.Id == id) is not { } attachment || !isAllowed(attachment)
                ? new Decision.Hide()
            : attachment.IsGone ? new Decision.AlreadyDone()
            : new Decision.Append(new NewEvent(context.By, new AttachmentRemoved(id))), workflows, cancellation);
        if (result is CommandResult.Done)
        {
            await DeleteAsync(number, id);
        }

        return result;
    }

    /// <summary>
    /// Makes the files of a sent draft files of its case; those that are already are passed over, also when they were taken away
    /// since.
    /// </summary>
    public async Task AdoptAsync(
        CaseNumber number, string draftFolder, IReadOnlyList<DraftFile> files, CancellationToken cancellation)
    {
        var known = (await cases.FindAsync(number, cancellation))?.State.Attachments.Select(file => file.Id).ToHashSet() ?? [];
        var copied = new List<DraftFile>();
        foreach (var file in files)
        {
            if (!known.Contains(file.Id) && await store.CopyAsync(draftFolder, AttachmentStore.FolderOf(number), file.Id, cancellation))
            {
                copied.Add(file);
            }
        }

        await service.ActAsSystemAsync(number, minimumVersion: null, at =>
            copied.FirstOrDefault(file => at.State.Attachments.All(added => added.Id != file.Id)) is { } next
                ? EventOf(Actor.Reporter, next.Id, next.Type, next.Size, next.Name, from: null) : null, cancellation);
    }

    internal static NewEvent EventOf(
        Actor by, string id, FileType type, long size, string name, Ministry? from, string? mailHash = null) =>
        new(by, new AttachmentAdded { Id = id, Type = type, Size = size, From = from, MailHash = mailHash })
        { Texts = new Dictionary<string, string> { [TextNames.FileName] = name } };

    private Task DeleteAsync(CaseNumber number, string id) => FollowUp.RunAsync(log, $"The deletion of a file of case {number}",
        () => store.DeleteAsync(AttachmentStore.FolderOf(number), id, CancellationToken.None));

    /// <summary>Returns the file that an earlier request under the same key added.</summary>
    private static CaseAttachment? EarlierIn(CaseFile file) => CommandRequest.Current?.Mark is { } mark
        && file.Events.FirstOrDefault(e => e.Request == mark)?.What is AttachmentAdded added
            ? file.State.Attachments.FirstOrDefault(known => known.Id == added.Id) : null;
}
