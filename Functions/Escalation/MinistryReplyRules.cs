using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Decides on a ministry's reaction to its open question, from the case alone, so that it can run again after a
/// conflict. <see cref="MinistryReplyService"/> has checked the code.
/// </summary>
public sealed class MinistryReplyRules(
    WorkingDays workingDays, StepTerms terms, EscalationOptions options, ProtectedSecrets secrets)
{
    private const int MaximumAnswer = 10000;
    private const int MaximumQuestion = 4000;
    private const int MaximumReason = 1000;

    /// <summary>Returns the event of a reaction, or the reason why it is refused.</summary>
    /// <param name="file">The case.</param>
    /// <param name="request">The open question, as the case has it.</param>
    /// <param name="reaction">The reaction as sent.</param>
    /// <param name="settings">The ministry's own addresses, to which a question may be passed on.</param>
    /// <param name="today">The day in the Netherlands.</param>
    public Decision Decide(
        CaseFile file, MinistryRequest request, ReactionRequest reaction, MinistryContacts settings, DateOnly today) =>
        reaction.Kind switch
        {
            ReactionKind.Acknowledge => request.Status == RequestStatus.Asked
                ? new Decision.Append(new NewEvent(Actor.Of(request.Ministry), new MinistryAcknowledged(request.Ministry)))
                : new Decision.AlreadyDone(),
            ReactionKind.Answer => Answer(file, request, reaction, today),
            ReactionKind.AskBack => AskBack(request, reaction),
            ReactionKind.MoreTime => MoreTime(request, reaction, today),
            ReactionKind.NotOurs => Checked(reaction, "bij wie de regel dan hoort", MaximumReason, text =>
                Said(request, new MinistryNotOurs(request.Ministry) { DecideBefore = DecideBefore(today) }, TextNames.Answer, text)),
            _ => PassOn(file, request, reaction, settings, today),
        };

    private Decision Answer(CaseFile file, MinistryRequest request, ReactionRequest reaction, DateOnly today)
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

        var change = new MinistryAnswered(request.Ministry, Late: request.IsLateOn(today))
        {
            DecideBefore = DecideBefore(today),
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

    private Decision MoreTime(MinistryRequest request, ReactionRequest reaction, DateOnly today)
    {
        if (request.MoreTimeUntil is not null)
        {
            return new Decision.Refuse("Je hebt al om meer tijd gevraagd. De analist besluit daarover.");
        }

        var errors = new FieldErrors();
        var text = errors.Text("tekst", reaction.Text, "de reden", MaximumReason, required: true);
        if (reaction.Until is not { } until || until <= request.ReplyBefore || until <= today || until > today.AddYears(1))
        {
            errors.Add("tot", "Kies een dag na de dag die nu geldt, binnen een jaar.");
            return new Decision.Reject(errors.All);
        }

        return errors.Any ? new Decision.Reject(errors.All)
            : Said(request, new MinistryAskedMoreTime(request.Ministry, workingDays.OnOrAfter(until)), TextNames.Reason, text);
    }

    private Decision PassOn(
        CaseFile file, MinistryRequest request, ReactionRequest reaction, MinistryContacts settings, DateOnly today)
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
        var change = new MinistryPassedOn(request.Ministry, code.Hash(), today.AddDays(options.LinkDays));
        return new Decision.Append(
            new NewEvent(Actor.Of(request.Ministry), change)
            {
                Texts = note.Length > 0 ? new Dictionary<string, string> { [TextNames.Note] = note } : new Dictionary<string, string>(),
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

    /// <summary>Returns the end of the desk's own term, which starts at the last answer, however late that is.</summary>
    private DateOnly DecideBefore(DateOnly today) => workingDays.Add(today, terms.Decision);
}
