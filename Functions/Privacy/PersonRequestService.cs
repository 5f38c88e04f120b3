using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>
/// What is held of one person, and its erasure. A request counts as verified when it carries the code of the report, or when a coordinator
/// has checked who asks and names the e-mail address.
/// </summary>
public sealed class PersonRequestService(
    CaseStore store, CaseFeed feed, FollowedCases followed, RetentionProjection projection, Eraser eraser, PersonRequestStore requests,
    AccessLog accesses, TimeProvider clock)
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
    public async Task<IReadOnlyList<PersonRequestLine>> LookAsync(
        EmailAddress person, PersonRequestKind kind, CancellationToken cancellation) =>
        [.. (await FindAsync(person, cancellation)).Select(found => LineOf(found.File, found.Person, kind))];

    /// <summary>Everything that is held under an e-mail address; who saw which case is kept.</summary>
    public async Task<IReadOnlyList<PersonExportResponse>> ExportAsync(CommandContext context, EmailAddress person,
        CancellationToken cancellation)
    {
        var exports = new List<PersonExportResponse>();
        foreach (var (file, part) in await FindAsync(person, cancellation))
        {
            await accesses.RecordAsync(file.Number, context.By, "verzoek van een persoon", cancellation);
            exports.Add(PersonExportResponse.Of(file, part));
        }

        return exports;
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
            request = new HandledPersonRequest
            {
                Id = id,
                Kind = kind,
                Verification = verification,
                By = context.By.Name,
                StartedAt = context.Now,
                Lines = await LookAsync(person, kind, cancellation),
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

        foreach (var line in request.Lines)
        {
            if (request.Erases is { } what)
            {
                await eraser.EraseAsync(line.Number, what, ErasureGround.Request, context.By, cancellation, line.Person);
            }
        }

        var done = request with { DoneAt = context.Now };
        await requests.SaveAsync(done, cancellation);
        return done;
    }

    /// <summary>Finishes what was cut off among the newest requests.</summary>
    public async Task FinishAllAsync(CancellationToken cancellation)
    {
        foreach (var request in await requests.NewestAsync(MostUnfinished, cancellation))
        {
            await FinishAsync(new CommandContext(Actor.System, clock.GetUtcNow()), request, cancellation);
        }
    }

    private async Task<IReadOnlyList<(CaseFile File, CasePerson Person)>> FindAsync(EmailAddress person, CancellationToken cancellation)
    {
        await feed.RefreshWholeAsync(Patience, cancellation);
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
