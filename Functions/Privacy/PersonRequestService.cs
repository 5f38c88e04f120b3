using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>
/// What is held of one person, and its erasure. A request counts as verified when it carries the code of the report, or when a coordinator
/// has checked who asks and names the e-mail address.
/// </summary>
public sealed class PersonRequestService(
    CaseStore store, CaseFeed feed, FollowedCases followed, RetentionProjection projection, Eraser eraser, PersonRequestStore requests,
    InboundMailStore inbound, AccessLog accesses, TimeProvider clock, ILogger<PersonRequestService> logger)
{
    private const int MostUnfinished = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The name of a new request.</summary>
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <summary>Everything that is held of anyone who follows a case; null without the right code.</summary>
    public async Task<PersonExportResponse?> ExportAsync(string? number, string? code, CancellationToken cancellation) =>
        await OpenAsync(number, code, cancellation) is var (file, person) ? PersonExportResponse.Of(file, person) : null;

    /// <summary>Erases anyone who follows a case; null without the right code, else the number of the case.</summary>
    public async Task<CaseNumber?> EraseAsync(string? number, string? code, ErasedData what, CancellationToken cancellation)
    {
        if (await OpenAsync(number, code, cancellation) is not var (file, person))
        {
            return null;
        }

        await eraser.EraseAsync(file.Number, what, ErasureGround.Request, Actor.Reporter, cancellation, person);
        return file.Number;
    }

    /// <summary>Where something of the person is, and what a request would do there.</summary>
    public async Task<PersonFindings> LookAsync(EmailAddress person, PersonRequestKind kind, CancellationToken cancellation) => new(
        [.. (await FindAsync(person, cancellation)).Select(found => LineOf(found.File, found.Person, kind))],
        await inbound.OfPersonAsync(person, cancellation).Select(found => PersonMailLine.Of(found.Name, found.Mail))
            .ToListAsync(cancellation));

    /// <summary>Everything that is held under an e-mail address; who saw which case is kept.</summary>
    public async Task<PersonExport> ExportAsync(CommandContext context, EmailAddress person, CancellationToken cancellation)
    {
        var exports = new List<PersonExportResponse>();
        foreach (var (file, part) in await FindAsync(person, cancellation))
        {
            await accesses.RecordAsync(file.Number, context.By, "verzoek van een persoon", cancellation);
            exports.Add(PersonExportResponse.Of(file, part));
        }

        return new PersonExport(exports, await inbound.OfPersonAsync(person, cancellation)
            .Select(found => PersonMailResponse.Of(found.Name, found.Mail)).ToListAsync(cancellation));
    }

    /// <summary>
    /// Carries a request out and keeps that it did. What has to go is written down first, so that a request that was cut off can be
    /// finished
    /// when the address itself is gone; the same id does nothing twice.
    /// </summary>
    public async Task<HandledPersonRequest> HandleAsync(
        CommandContext context, string id, EmailAddress person, PersonRequestKind kind, PersonVerification? verification,
        CancellationToken cancellation)
    {
        var request = await requests.FindAsync(id, cancellation);
        if (request is null)
        {
            var found = await LookAsync(person, kind, cancellation);
            request = new HandledPersonRequest
            {
                Id = id,
                Kind = kind,
                Verification = verification,
                By = context.By.Name,
                StartedAt = context.Now,
                Lines = found.Lines,
                Mails = found.Mails,
            };
            if (!await requests.TryCreateAsync(request, cancellation))
            {
                request = (await requests.FindAsync(id, cancellation))!;
            }
        }

        return await FinishAsync(context, request, cancellation);
    }

    /// <summary>Does what of a request is still to do.</summary>
    public async Task<HandledPersonRequest> FinishAsync(CommandContext context, HandledPersonRequest request,
        CancellationToken cancellation)
    {
        if (request.DoneAt is not null)
        {
            return request;
        }

        Exception? failed = null;
        foreach (var line in request.Erases is null ? [] : request.Lines)
        {
            try
            {
                await EraseAsync(context, request, line, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // One case that cannot be read holds up no other; the request stays to be finished.
                failed ??= failure;
            }
        }

        foreach (var mail in request.Erases is null ? [] : request.Mails)
        {
            await inbound.DeleteAsync(mail.Name, cancellation);
        }

        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }

        var done = request with { DoneAt = context.Now };
        await requests.SaveAsync(done, cancellation);
        return done;
    }

    /// <summary>Finishes what was cut off among the newest requests; one that fails leaves the others to go on.</summary>
    public async Task FinishAllAsync(CancellationToken cancellation)
    {
        var unfinished = (await requests.NewestAsync(MostUnfinished, cancellation)).Where(request => request.DoneAt is null);
        await ReconcilerRound.RunAsync(logger, unfinished.Select(request => new Repair($"Request {request.Id}", async token =>
            (await FinishAsync(new CommandContext(Actor.System, clock.GetUtcNow()), request, token)).DoneAt is not null))
            .ToAsyncEnumerable(), cancellation);
    }

    /// <summary>Erases what is left of one line. Where nothing is, the erasure may have been cut off before its event.</summary>
    private async Task EraseAsync(CommandContext context, HandledPersonRequest request, PersonRequestLine line,
        CancellationToken cancellation)
    {
        var what = request.Erases!.Value;
        if (!await eraser.EraseAsync(line.Number, what, ErasureGround.Request, context.By, cancellation, line.Person))
        {
            await eraser.FinishAsync(line.Number, what, ErasureGround.Request, context.By, request.StartedAt, cancellation, line.Person);
        }
    }

    private async Task<IReadOnlyList<(CaseFile File, CasePerson Person)>> FindAsync(EmailAddress person, CancellationToken cancellation)
    {
        await feed.RefreshAsOfNowAsync(Patience, cancellation);
        var found = new List<(CaseFile, CasePerson)>();
        foreach (var number in projection.Of(person))
        {
            if (await store.FindAsync(number, cancellation) is { } file)
            {
                found.AddRange(PersonTrace.Find(file.Private, person).Select(part => (file, part)));
            }
        }

        return found;
    }

    private static PersonRequestLine LineOf(CaseFile file, CasePerson person, PersonRequestKind kind) => new()
    {
        Number = file.Number,
        Person = person,
        Contact = PersonTrace.ContactOf(file.Private, person) is not null,
        Texts = HandledPersonRequest.ErasureOf(kind) is { } what ? PersonTrace.TextsErased(file, person, what)
            : PersonTrace.WordsOf(file, person).Count,
        IsOpen = file.State.IsOpen,
    };

    private async Task<(CaseFile File, CasePerson Person)?> OpenAsync(string? number, string? code, CancellationToken cancellation) =>
        await followed.OpenAsync(number, code, cancellation) is { } known ? (known.File, CasePerson.Following(known.Follower)) : null;
}
