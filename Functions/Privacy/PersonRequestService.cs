using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Library.Subscriptions;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>
/// Exports and erases the data of one person. A request counts as verified when it has the follow code, or when a
/// coordinator has verified the person and enters the e-mail address.
/// </summary>
public sealed class PersonRequestService(
    CaseStore store, CaseFeed feed, FollowedCases followed, RetentionProjection projection, Eraser eraser,
    PersonRequestStore requests,
    InboundMailStore inbound, SubscriptionService subscriptions,
    CaseFamilies families, AccessLog accesses, TimeProvider clock, ILogger<PersonRequestService> logger)
{
    private const int MostUnfinished = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <summary>Returns all data of the reporter or a follower; null without the right code.</summary>
    public async Task<PersonExportResponse?> ExportAsync(string? number, string? code, CancellationToken cancellation) =>
        await OpenAsync(number, code, cancellation) is var (file, person) ? PersonExportResponse.Of(file, person) : null;

    /// <summary>Erases the reporter or a follower; returns the case number, or null without the right code.</summary>
    public async Task<CaseNumber?> EraseAsync(string? typed, string? code, ErasedData what, CancellationToken cancellation)
    {
        if (await OpenAsync(typed, code, cancellation) is not var (file, person))
        {
            return null;
        }

        // A split report is erased in all its cases, this one last: what was cut off is done again by whoever asks again.
        var others = person.Part == PersonPart.Reporter ? await families.OthersAsync(file, cancellation) : [];
        foreach (var number in others.Select(other => other.Number).Append(file.Number))
        {
            await eraser.EraseAsync(number, what, ErasureGround.Request, Actor.Reporter, cancellation, person);
        }

        return file.Number;
    }

    /// <summary>Returns the places with data of the person, and the effect of a request there.</summary>
    public async Task<PersonFindings> LookAsync(
        EmailAddress person, PersonRequestKind kind, CancellationToken cancellation) => new(
        [.. (await FindAsync(person, cancellation)).Select(found => LineOf(found.File, found.Person, kind))],
        await inbound.OfPersonAsync(person, cancellation).Select(found => PersonMailLine.Of(found.Name, found.Mail))
            .ToListAsync(cancellation),
        (await subscriptions.OfPersonAsync(person, cancellation))?.Id);

    /// <summary>Returns all data under an e-mail address, and logs the access to each case.</summary>
    public async Task<PersonExport> ExportAsync(CommandContext context, EmailAddress person, CancellationToken cancellation)
    {
        var exports = new List<PersonExportResponse>();
        foreach (var (file, part) in await FindAsync(person, cancellation))
        {
            await accesses.RecordAsync(file.Number, context.By, "verzoek van een persoon", cancellation);
            exports.Add(PersonExportResponse.Of(file, part));
        }

        return new PersonExport(exports, await inbound.OfPersonAsync(person, cancellation)
            .Select(found => PersonMailResponse.Of(found.Name, found.Mail)).ToListAsync(cancellation),
            await subscriptions.OfPersonAsync(person, cancellation) is var (_, held) ? SubscriptionResponse.Of(held) : null);
    }

    /// <summary>
    /// Executes a request and records it. The list of data to erase is stored first, so that an interrupted request can
    /// be completed when the address itself is gone; the same id does nothing twice.
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
                Followed = found.Subscriber is not null,
                Subscriber = HandledPersonRequest.ErasureOf(kind) is null ? null : found.Subscriber,
            };
            if (!await requests.TryCreateAsync(request, cancellation))
            {
                request = (await requests.FindAsync(id, cancellation))!;
            }
        }

        return await FinishAsync(context, request, cancellation);
    }

    /// <summary>Completes what is left of a request.</summary>
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
                // One unreadable case does not block the others; the request stays open to be completed.
                failed ??= failure;
            }
        }

        foreach (var mail in request.Erases is null ? [] : request.Mails)
        {
            await inbound.DeleteAsync(mail.Name, cancellation);
        }

        if (request.Subscriber is { } subscriber)
        {
            await subscriptions.EraseAsync(subscriber, cancellation);
        }

        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }

        var done = request with { DoneAt = context.Now, Subscriber = null };
        await requests.SaveAsync(done, cancellation);
        return done;
    }

    /// <summary>Completes interrupted requests among the newest; one that fails does not block the others.</summary>
    public async Task FinishAllAsync(CancellationToken cancellation)
    {
        var unfinished = (await requests.NewestAsync(MostUnfinished, cancellation)).Where(request => request.DoneAt is null);
        await ReconcilerRound.RunAsync(logger, unfinished.Select(request => new Repair($"Request {request.Id}", async token =>
            (await FinishAsync(new CommandContext(Actor.System, clock.GetUtcNow()), request, token)).DoneAt is not null))
            .ToAsyncEnumerable(), cancellation);
    }

    /// <summary>Erases the data of one line, or completes an erasure that was interrupted before its event.</summary>
    private async Task EraseAsync(CommandContext context, HandledPersonRequest request, PersonRequestLine line,
        CancellationToken cancellation)
    {
        var what = request.Erases!.Value;
        if (!await eraser.EraseAsync(line.Number, what, ErasureGround.Request, context.By, cancellation, line.Person))
        {
            await eraser.FinishAsync(
                line.Number, what, ErasureGround.Request, context.By, request.StartedAt, cancellation, line.Person);
        }
    }

    private async Task<IReadOnlyList<(CaseFile File, CasePerson Person)>> FindAsync(
        EmailAddress person, CancellationToken cancellation)
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

    private async Task<(CaseFile File, CasePerson Person)?> OpenAsync(
        string? number, string? code, CancellationToken cancellation) =>
        await followed.OpenAsync(number, code, cancellation) is { } known
            ? (known.File, CasePerson.Following(known.Follower)) : null;
}
