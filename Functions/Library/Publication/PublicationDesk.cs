using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Library.Publication;

/// <summary>Brings a case into the library: a text of its own, a second analyst, the reporter's term; and takes it out again.</summary>
public sealed class PublicationDesk(
    CaseDesk cases, CaseFeed feed, PublicationProjection projection, Publisher publisher, WorkingDays calendar, StepTerms terms, TimeProvider clock)
{
    private const int ReasonLength = 4000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Writes a version of the public text; nobody sees it yet but colleagues and the reporter.</summary>
    public async Task<CommandResult> DraftAsync(Actor by, CaseNumber number, PublicationInput input, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        return await cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var drafted = PublicationCheck.Check(by, file, input, projection.Cells, Today, calendar.Add(Today, terms.Objection), errors);
            return drafted is null ? new Decision.Reject(errors.All)
                : CaseRules.Refusal(file.State, CaseStep.Publish) is { } refusal ? new Decision.Refuse(refusal)
                : new Decision.Append(drafted);
        }, workflows, cancellation);
    }

    /// <summary>A second analyst approves the newest version; whoever wrote it cannot.</summary>
    public Task<CommandResult> ApproveAsync(Actor by, CaseNumber number, int version, DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(number, file => file.State.Publication is not { IsUnderWay: true } publication ? new Decision.Refuse("Er is nu geen tekst om goed te keuren.")
            : publication.Version != version ? new Decision.Reject("versie", $"De nieuwste versie is {publication.Version}. Lees die eerst.")
            : publication.DraftedBy.Name == by.Name ? new Decision.Refuse("Een tweede analist keurt de tekst goed, niet degene die hem schreef.")
            : publication.ApprovedAt is not null ? new Decision.AlreadyDone()
            : new Decision.Append(new NewEvent(by, new PublicationApproved(version))), workflows, cancellation);

    /// <summary>The reporter agrees with the text, or objects.</summary>
    public Task<CommandResult> ReplyAsync(CaseNumber number, FollowCode code, PublicationReply reply, DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            errors.AddWhen(reply.Agreed is null, "akkoord", "Kies of we de tekst mogen delen.");
            var reason = reply.Agreed == false ? errors.Required("toelichting", reply.Explanation, ReasonLength, "Schrijf op wat er anders moet.") : "";
            return !code.Matches(file.State.FollowCodeHash) ? new Decision.Hide()
                : errors.Any ? new Decision.Reject(errors.All)
                : file.State.Publication is not { IsUnderWay: true } publication ? new Decision.Refuse("Er is nu geen tekst om op te reageren.")
                : Today > publication.ObjectBefore ? new Decision.Refuse("De termijn om te reageren is voorbij. Bel ons als er iets niet klopt.")
                : reply.Agreed == true && publication.AgreedAt is not null ? new Decision.AlreadyDone()
                : reply.Agreed == true ? new Decision.Append(new NewEvent(Actor.Reporter, new PublicationAgreed(publication.Version)))
                : new Decision.Append(new NewEvent(Actor.Reporter, new PublicationObjected(publication.Version, calendar.Add(Today, terms.Objection)))
                {
                    Texts = new Dictionary<string, string> { [TextNames.Reason] = reason },
                });
        }, workflows, cancellation);

    /// <summary>Puts the approved version into the library.</summary>
    public async Task<CommandResult> PublishAsync(Actor by, CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var result = await cases.ActAsync(number, file => PublicationRules.WhyNot(file.State, Today) is { } refusal
            ? new Decision.Refuse(refusal)
            : new Decision.Append(new NewEvent(by, new CasePublished(file.State.Publication!.Version))), workflows, cancellation);
        await publisher.ShowAsync(result, cancellation);
        return result;
    }

    /// <summary>Takes the item out of the library, its feed and its dump. Its address answers 410 from then on.</summary>
    public async Task<CommandResult> WithdrawAsync(Actor by, CaseNumber number, string? reason, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var result = await cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var text = errors.Required("reden", reason, ReasonLength, "Schrijf op waarom de tekst weg moet.");
            return errors.Any ? new Decision.Reject(errors.All)
                : file.State.Publication is not { } publication ? new Decision.Refuse("Deze zaak is niet gedeeld.")
                : publication.WithdrawnAt is not null ? new Decision.AlreadyDone()
                : new Decision.Append(new NewEvent(by, new PublicationWithdrawn()) { Texts = new Dictionary<string, string> { [TextNames.Reason] = text } });
        }, workflows, cancellation);
        await publisher.ShowAsync(result, cancellation);
        return result;
    }
}
