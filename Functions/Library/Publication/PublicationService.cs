using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>
/// Publishes a case in the library after a text of its own, a second analyst's approval and the reporter's term; and
/// withdraws it.
/// </summary>
public sealed class PublicationService(
    CaseService cases, CaseFeed feed, PublicationProjection projection, CasePublisher publisher, LibraryCache library,
    WorkingDays calendar, StepTerms terms, TimeProvider clock)
{
    private const int ReasonLength = 4000;
    private const string NothingToReplyTo = "Er is nu geen tekst om op te reageren.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Returns the result of the checks on an unsaved text, with a preview; changes nothing.</summary>
    public async Task<PublicationReview> ReviewAsync(CommandContext context, CaseFile file, PublicationRequest input,
        CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var errors = new FieldErrors();
        PublicationCheck.Check(
            context, file, input, projection.Cells, await library.ViewAsync(cancellation), context.Today, errors);
        return new PublicationReview(
            errors.All,
            PublicationCheck.CellsOf(file, input.ShowRegion ? file.State.Region : null, input.Size, projection.Cells),
            PublicView.Preview(
                file, input, input.ReviewBefore ?? context.Today.AddMonths(PublicationCheck.ReviewMonths), context.Now));
    }

    /// <summary>The last day on which the reporter may object to a text that is written today.</summary>
    public DateOnly ObjectBefore => TermFrom(Today);

    /// <summary>Returns the newest version as it would be shown to the public; null when there is none.</summary>
    public PublishedCase? Draft(CaseFile file) => PublicView.Draft(file, clock.GetUtcNow());

    /// <summary>Writes a version of the public text; only colleagues and the reporter see it.</summary>
    public async Task<CommandResult> DraftAsync(CommandContext context, CaseNumber number, PublicationRequest input,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var view = await library.ViewAsync(cancellation);
        return await cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var drafted = PublicationCheck.Check(
                context, file, input, projection.Cells, view, TermFrom(context.Today), errors);
            return drafted is null ? new Decision.Reject(errors.All)
                : CaseRules.Refusal(file.State, CaseStep.Publish) is { } refusal ? new Decision.Refuse(refusal)
                : new Decision.Append(drafted);
        }, workflows, cancellation);
    }

    /// <summary>Records a second analyst's approval of the newest version; its author cannot approve it.</summary>
    public Task<CommandResult> ApproveAsync(
        CommandContext context, CaseNumber number, int version, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(number, file => file.State.Publication is not { IsUnderWay: true } publication
            ? new Decision.Refuse("Er is nu geen tekst om goed te keuren.")
            : NotTheNewest(file, publication, version) is { } otherwise ? otherwise
            : publication.DraftedBy.IsSamePerson(context.By)
                ? new Decision.Refuse("Een tweede analist keurt de tekst goed, niet degene die hem schreef.")
            : publication.ApprovedAt is not null ? new Decision.AlreadyDone()
            : new Decision.Append(new NewEvent(context.By, new PublicationApproved(version))), workflows, cancellation);

    /// <summary>
    /// Returns the refusal of a word on another version than the newest, with both texts; null when it is the newest.
    /// </summary>
    private static Decision? NotTheNewest(CaseFile file, CasePublication publication, int? version) =>
        file.Events.LastOrDefault(e => e.What is PublicationDrafted drafted && drafted.Version == version) is not { } read
            ? new Decision.Reject("versie", $"De nieuwste versie is {publication.Version}. Lees die eerst.")
        : publication.Version != version
            ? new Decision.Refuse($"Je las versie {version}. De nieuwste is versie {publication.Version}. Lees die eerst.")
            {
                Unseen = file.Events[publication.EventNumber - 1],
                Read = read,
            }
        : null;

    /// <summary>Returns why the reporter cannot respond to a public text now; null when that is possible.</summary>
    public string? WhyNotReply(CaseState state) => state.Publication is not { IsUnderWay: true } publication ? NothingToReplyTo
        : Today > publication.ObjectBefore ? "De termijn om te reageren is voorbij. Bel ons als er iets niet klopt." : null;

    /// <summary>Records that the reporter agrees with the version that was read, or objects.</summary>
    public async Task<CommandResult> ReplyAsync(FollowedCase followed, PublicationReplyRequest reply, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var result = await cases.ActAsync(followed.File.Number, file =>
        {
            var errors = new FieldErrors();
            errors.AddWhen(reply.Version is null, "versie", "Noem de versie van de tekst die je las.");
            errors.AddWhen(reply.Agreed is null, "akkoord", "Kies of we de tekst mogen delen.");
            var reason = reply.Agreed == false
                ? errors.Required("toelichting", reply.Explanation, ReasonLength, "Schrijf op wat er anders moet.") : "";
            CitizenServiceNumbers.Refuse([new("toelichting", reason)], errors);
            return errors.Any ? new Decision.Reject(errors.All)
                : WhyNotReply(file.State) is { } refusal ? new Decision.Refuse(refusal)
                : file.State.Publication is not { } publication ? new Decision.Refuse(NothingToReplyTo)
                : NotTheNewest(file, publication, reply.Version) is { } otherwise ? otherwise
                : reply.Agreed == true && publication.AgreedAt is not null ? new Decision.AlreadyDone()
                : reply.Agreed == true
                ? new Decision.Append(new NewEvent(Actor.Reporter, new PublicationAgreed(publication.Version)))
                : new Decision.Append(new NewEvent(
                    Actor.Reporter, new PublicationObjected(publication.Version, TermFrom(Today)))
                {
                    Texts = new Dictionary<string, string> { [TextNames.Reason] = reason },
                });
        }, workflows, cancellation);

        // The desk wrote it: the reporter does not read which colleague.
        return result is CommandResult.Refused { Unseen: { } unseen } refused
            ? refused with { Unseen = unseen with { Event = unseen.Event with { By = Actor.System } } } : result;
    }

    /// <summary>Publishes the approved version in the library.</summary>
    public async Task<CommandResult> PublishAsync(CommandContext context, CaseNumber number, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var result = await cases.ActAsync(number, file => PublicationRules.WhyNot(file, context.Today) is { } refusal
            ? new Decision.Refuse(refusal)
            : new Decision.Append(new NewEvent(context.By, new CasePublished(file.State.Publication!.Version))),
            workflows, cancellation);
        await publisher.FollowAsync(result);
        return result;
    }

    /// <summary>
    /// Withdraws the item from the library, its feed and its dump. Its address returns 410 from then on; a newer
    /// version that waits is kept.
    /// </summary>
    public async Task<CommandResult> WithdrawAsync(
        CommandContext context, CaseNumber number, string? reason, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var result = await cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var text = errors.Required("reden", reason, ReasonLength, "Schrijf op waarom de tekst weg moet.");
            return errors.Any ? new Decision.Reject(errors.All)
                : file.State.Publication is not { } publication ? new Decision.Refuse("Deze zaak is niet gedeeld.")
                : publication.WithdrawnAt is not null ? new Decision.AlreadyDone()
                : new Decision.Append(new NewEvent(
                    context.By, new PublicationWithdrawn { KeepsDraft = publication.IsPublicInAnOlderVersion })
                { Texts = new Dictionary<string, string> { [TextNames.Reason] = text } });
        }, workflows, cancellation);
        await publisher.FollowAsync(result);
        return result;
    }

    /// <summary>Drops a version that waits, whatever the reporter said of it: the one in the library stays.</summary>
    public Task<CommandResult> DropAsync(
        CommandContext context, CaseNumber number, int version, DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
            file.Events.Any(e => e.What is PublicationDraftDropped dropped && dropped.Version == version)
                ? new Decision.AlreadyDone()
            : PublicationRules.WhyNotDrop(file.State) is { } refusal ? new Decision.Refuse(refusal)
            : NotTheNewest(file, file.State.Publication!, version) is { } otherwise ? otherwise
            : new Decision.Append(new NewEvent(context.By, new PublicationDraftDropped(version))), workflows, cancellation);

    /// <summary>Decides not to share the outcome. A text that waited is dropped; a new one can still be written.</summary>
    public Task<CommandResult> DeclineAsync(
        CommandContext context, CaseNumber number, SharingDeclineRequest input, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            errors.AddWhen(input.Because is null, "want", "Kies waarom we dit niet delen.");
            var words = errors.Required("toelichting", input.Explanation, ReasonLength, "Leg uit waarom we dit niet delen.");
            return errors.Any ? new Decision.Reject(errors.All)
                : PublicationRules.WhyNotDecline(file.State) is { } refusal ? new Decision.Refuse(refusal)
                : file.State.NotShared is { } known && known.Because == input.Because && file.Text(known.Words) == words
                    ? new Decision.AlreadyDone()
                : new Decision.Append(new NewEvent(context.By, new SharingDeclined(input.Because!.Value))
                {
                    Texts = new Dictionary<string, string> { [TextNames.Reason] = words },
                });
        }, workflows, cancellation);

    private DateOnly TermFrom(DateOnly day) => calendar.Add(day, terms.Objection);
}
