using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// The desk's texts to a ministry on a question, to recognise them in its replies. The text of a mail is not stored, so
/// each mail is composed again from the case as it was then.
/// </summary>
public sealed class SentMails(MailComposer composer)
{
    private static readonly Dictionary<string, MailKind> Kinds = new[]
    {
        MailKind.QuestionToMinistry, MailKind.ReminderBefore, MailKind.ReminderOnTheDay, MailKind.ReminderAfter,
        MailKind.SecondContact,
        MailKind.ReplyToMinistry, MailKind.MoreTimeDecision, MailKind.PassedOn, MailKind.AnswerNotNeeded,
    }.ToDictionary(kind => kind.Slug());

    /// <summary>
    /// Returns the mails to a ministry, and their texts, which exist even when a mail cannot be composed any more.
    /// </summary>
    internal IEnumerable<string> Of(CaseFile file, Ministry ministry)
    {
        foreach (var e in file.Events)
        {
            switch (e.What)
            {
                case CaseEscalated escalated when escalated.Requests.Any(r => r.Ministry == ministry):
                    yield return TextOf(file, e, MailKind.QuestionToMinistry, ministry, e.Number);
                    break;
                case MailRecorded recorded when recorded.Ministry == ministry
                    && Kinds.TryGetValue(recorded.Kind, out var kind):
                    yield return TextOf(file, e, kind, ministry, EventOf(recorded.Key));
                    break;
            }
        }

        foreach (var text in file.Events.Where(
            e => e.By.Role is ActorRole.Analyst or ActorRole.Coordinator && e.Texts is not null)
            .SelectMany(e => e.Texts!.Keys.Where(IsMailed).Select(name => file.Text(e.Text(name)))))
        {
            yield return text ?? "";
        }
    }

    /// <summary>Returns the earlier mails of the ministry.</summary>
    internal static IEnumerable<string> Seen(CaseFile file, Ministry ministry) =>
        from e in file.Events
        where e.What is MinistryMailed mailed && mailed.Ministry == ministry
        from name in new[] { TextNames.Answer, TextNames.Mail }
        select file.Text(e.Text(name)) ?? "";

    private string TextOf(CaseFile file, CaseEvent until, MailKind kind, Ministry ministry, int? ofEvent)
    {
        var events = file.Events.Take(until.Number).ToList();
        var then = file with
        {
            Events = events,
            State = events.Aggregate(new CaseState { Number = file.Number }, (state, e) => state.After(e)),
        };
        var plan = new PlannedMail
        {
            Case = file.Number,
            Key = kind.Slug(),
            Kind = kind,
            To = kind == MailKind.SecondContact ? Recipient.SecondContactOf(ministry) : Recipient.Of(ministry),
            Ministry = ministry,
            Event = ofEvent,
        };
        return composer.Write(plan, then, until.At) is { } content ? MailText.Of(content, composer.Footer) : "";
    }

    /// <summary>Parses the event of a mail from its key: <c>antwoord-op-wedervraag.szw.12</c>.</summary>
    private static int? EventOf(string key) =>
        key.Split('.') is [_, _, var number, ..]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var e) ? e : null;

    private static bool IsMailed(string textName) =>
        textName is TextNames.Statement or TextNames.Reply
            || textName.StartsWith($"{TextNames.Question}.", StringComparison.Ordinal);
}
