using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Executes a ministry's reactions to its question, authorised by the code in its link. A wrong, used, expired or
/// altered code gets the same response.
/// </summary>
public sealed class MinistryReplyService(
    CaseStore store, CaseService service, ContactBook contacts, AnswerDrafts drafts, ProtectedSecrets secrets,
    WorkingDays workingDays,
    StepTerms terms, EscalationOptions options, TimeProvider clock)
{
    internal const string NotNeeded = "Je hoeft niet meer te reageren: deze vraag is niet meer nodig.";

    private const int MaximumAnswer = 10000;
    private const int MaximumQuestion = 4000;
    private const int MaximumReason = 1000;
    private const int DaysAfterTerm = 90;

    /// <summary>The number of days for which a ministry can read its answer with the same link.</summary>
    public const int ReadableDays = 90;

    /// <summary>The hash to compare with when there is no other, so that every response takes the same work.</summary>
    private static readonly string NoCode = ReplyCode.New(CaseNumber.Parse("RR-2026-00000"), Ministry.Vws).Hash();

    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Starts the desk's own term at the last answer, however late that was.</summary>
    private DateOnly DecideBefore => workingDays.Add(Today, terms.Decision);

    /// <summary>Returns the case whose open question the code opens; null for any other code.</summary>
    public async Task<(CaseFile File, MinistryRequest Request)?> OpenAsync(ReplyCode code, CancellationToken cancellation) =>
        await store.FindAsync(code.Case, cancellation) is { } file && Opened(code, file) is { HasEnded: false } request
            ? (file, request)
        : Miss(code);

    /// <summary>
    /// Returns the request of a code that needs no answer any more; null for any other code. It reveals no more than
    /// the mail did.
    /// </summary>
    public async Task<MinistryRequest?> NeedlessAsync(ReplyCode code, CancellationToken cancellation) =>
        await store.FindAsync(code.Case, cancellation) is { } file
            && Opened(code, file) is { Status: RequestStatus.NoLongerNeeded } request ? request : null;

    /// <summary>
    /// Returns the request of a code that was answered recently, for reading only; null for any other code.
    /// </summary>
    public async Task<(CaseFile File, MinistryRequest Request)?> AnsweredAsync(
        ReplyCode code, CancellationToken cancellation) =>
        await store.FindAsync(code.Case, cancellation) is { } file
            && file.State.RequestTo(code.Ministry) is { Status: RequestStatus.Answered or RequestStatus.NotOurs } request
            && code.Matches(request.LinkHash) && WorkingDays.DayOf(request.EndedAt!.Value).AddDays(ReadableDays) >= Today
            ? (file, request) : Miss(code);

    /// <summary>
    /// Returns the case of a code that opens something to read for anyone who proves access to the ministry: its open
    /// question, its answer, or a draft of an answer that is no longer needed. Null for any other code.
    /// </summary>
    public async Task<CaseFile?> ReadableAsync(ReplyCode code, CancellationToken cancellation) =>
        await OpenAsync(code, cancellation) is var (file, _) ? file
        : await AnsweredAsync(code, cancellation) is var (answered, _) ? answered
        : await NeedlessAsync(code, cancellation) is { } request
        && await drafts.FindAsync(code.Case, request, cancellation) is not null
            ? await store.FindAsync(code.Case, cancellation) : null;

    public async Task<CommandResult> ReactAsync(ReplyCode code, ReactionRequest reaction, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var settings = await contacts.OfAsync(code.Ministry, cancellation);
        return await service.ActAsync(code.Case, file =>
            Opened(code, file) is not { } request ? new Decision.Hide()
            : request.Status == RequestStatus.NoLongerNeeded ? new Decision.Refuse(NotNeeded)
            : (request.HasEnded && !IsRepeated(file, request, reaction)) ? new Decision.Hide()
            : request.HasEnded ? new Decision.AlreadyDone()
            : CaseRules.Refusal(file.State, CaseStep.ReplyAsMinistry) is { } refusal ? new Decision.Refuse(refusal)
            : Decide(file, request, reaction, settings), workflows, cancellation);
    }

    private MinistryRequest? Opened(ReplyCode code, CaseFile file) =>
        file.State.RequestTo(code.Ministry) is { } request && code.Matches(request.LinkHash)
            && LastDayOf(request) >= Today ? request
            : null;

    /// <summary>
    /// Returns the last day of a link, which covers the term of its question, so that an open question can be answered.
    /// </summary>
    private static DateOnly LastDayOf(MinistryRequest request) =>
        request.ReplyBefore.AddDays(DaysAfterTerm) is var afterTerm && afterTerm > request.LinkExpiresOn ? afterTerm
            : request.LinkExpiresOn;

    private static (CaseFile, MinistryRequest)? Miss(ReplyCode code)
    {
        code.Matches(NoCode);
        return null;
    }

    /// <summary>Whether the answer repeats the one before, because the response was lost.</summary>
    private static bool IsRepeated(CaseFile file, MinistryRequest request, ReactionRequest reaction) =>
        reaction.Kind == (request.Status == RequestStatus.Answered ? ReactionKind.Answer : ReactionKind.NotOurs)
        && file.Text(request.Answer) == TextSanitizer.Clean(reaction.Text);

    private Decision Decide(CaseFile file, MinistryRequest request, ReactionRequest reaction, MinistryContacts settings) =>
        reaction.Kind switch
        {
            ReactionKind.Acknowledge => request.Status == RequestStatus.Asked
                ? new Decision.Append(new NewEvent(Actor.Of(request.Ministry), new MinistryAcknowledged(request.Ministry)))
                : new Decision.AlreadyDone(),
            ReactionKind.Answer => Answer(file, request, reaction),
            ReactionKind.AskBack => AskBack(request, reaction),
            ReactionKind.MoreTime => MoreTime(request, reaction),
            ReactionKind.NotOurs => Checked(reaction, "bij wie de regel dan hoort", MaximumReason, text =>
                Said(request, new MinistryNotOurs(request.Ministry) { DecideBefore = DecideBefore }, TextNames.Answer, text)),
            _ => PassOn(file, request, reaction, settings),
        };

    private Decision Answer(CaseFile file, MinistryRequest request, ReactionRequest reaction)
    {
        var errors = new FieldErrors();
        var text = errors.Text("tekst", reaction.Text, "je antwoord", MaximumAnswer, required: true);
        var known = file.State.Context?.Rules.Count ?? 0;
        foreach (var (i, rule) in (reaction.Rules ?? []).Index())
        {
            if (rule.Rule < 1 || rule.Rule > known || !request.IsAskedAbout(rule.Rule)
                || reaction.Rules!.Take(i).Any(r => r.Rule == rule.Rule))
            {
                errors.Add(
                    $"regels[{i}].regel", $"Noem een regel van deze zaak, van 1 tot en met {known}, en elke regel één keer.");
            }
        }

        var change = new MinistryAnswered(request.Ministry, Late: request.IsLateOn(Today))
        {
            DecideBefore = DecideBefore,
            Stance = reaction.Stance,
            Rules = reaction.Rules is { Count: > 0 } rules ? [.. rules.Select(r => new RuleStance(r.Rule, r.Stance))] : null,
        };
        return errors.Any ? new Decision.Reject(errors.All) : Said(request, change, TextNames.Answer, text);
    }

    private static Decision AskBack(MinistryRequest request, ReactionRequest reaction) =>
        request.Status == RequestStatus.AskedBack
        ? new Decision.Refuse("Je hebt al een vraag gesteld. De analist beantwoordt die eerst.")
        : Checked(reaction, "je vraag", MaximumQuestion, text =>
            Said(request, new MinistryAskedBack(request.Ministry), TextNames.Question, text));

    private Decision MoreTime(MinistryRequest request, ReactionRequest reaction)
    {
        if (request.MoreTimeUntil is not null)
        {
            return new Decision.Refuse("Je hebt al om meer tijd gevraagd. De analist besluit daarover.");
        }

        var errors = new FieldErrors();
        var text = errors.Text("tekst", reaction.Text, "de reden", MaximumReason, required: true);
        if (reaction.Until is not { } until || until <= request.ReplyBefore || until <= Today || until > Today.AddYears(1))
        {
            errors.Add("tot", "Kies een dag na de dag die nu geldt, binnen een jaar.");
            return new Decision.Reject(errors.All);
        }

        return errors.Any ? new Decision.Reject(errors.All)
            : Said(request, new MinistryAskedMoreTime(request.Ministry, workingDays.OnOrAfter(until)), TextNames.Reason, text);
    }

    private Decision PassOn(CaseFile file, MinistryRequest request, ReactionRequest reaction, MinistryContacts settings)
    {
        if (!EmailAddress.TryParse(reaction.Email, out var colleague, out var fault))
        {
            return new Decision.Reject("email", fault);
        }

        if (!settings.Owns(colleague))
        {
            return new Decision.Reject(
                "email", $"Vul het adres in van een collega bij {request.Ministry.Label()}: "
                + $"{string.Join(" of ", settings.Domains.Select(d => "@" + d))}.");
        }

        var errors = new FieldErrors();
        var note = errors.Text("tekst", reaction.Text, "je bericht", MaximumReason);
        if (errors.Any)
        {
            return new Decision.Reject(errors.All);
        }

        var code = ReplyCode.New(file.Number, request.Ministry);
        return new Decision.Append(
            new NewEvent(
                Actor.Of(request.Ministry),
                new MinistryPassedOn(request.Ministry, code.Hash(), Today.AddDays(options.LinkDays)))
            {
                Texts = note.Length > 0 ? new Dictionary<string, string> { [TextNames.Note] = note }
                    : new Dictionary<string, string>(),
            },
            p => p.WithAddress(RecipientAddresses.ColleagueOf(request.Ministry), colleague)
                .WithLink(request.Ministry, secrets.Protect(code.ToString())));
    }

    private static Decision Checked(ReactionRequest reaction, string label, int maximum, Func<string, Decision> decide)
    {
        var errors = new FieldErrors();
        var text = errors.Text("tekst", reaction.Text, label, maximum, required: true);
        return errors.Any ? new Decision.Reject(errors.All) : decide(text);
    }

    private static Decision.Append Said(MinistryRequest request, CaseChange change, string textName, string text) =>
        new(new NewEvent(Actor.Of(request.Ministry), change) { Texts = new Dictionary<string, string> { [textName] = text } });
}
