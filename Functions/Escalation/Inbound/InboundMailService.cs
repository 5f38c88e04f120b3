using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using MimeKit;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Receives mail. A mail to the address of a question becomes an event of its case, with its text for the analyst; it
/// is never an answer by itself. Any other mail is stored for the coordinators, and none is dropped silently.
/// </summary>
public sealed class InboundMailService(
    CaseStore store, CaseService service, ContactBook contacts, ProtectedSecrets secrets, InboundMailStore kept,
    MailReader reader,
    SentMails sent, MailLetters letters, Outbox outbox, ILogger<InboundMailService> log)
{
    /// <summary>
    /// The maximum length of a text in the case; a longer one is read from the stored mail, since every change of a
    /// case writes its texts again.
    /// </summary>
    private const int MaximumWords = 100_000;

    private const int MaximumWhole = 200_000;

    private const string UnreadableSubject = "Een mail die we niet konden lezen";
    private const string UnreadableText = "De maildienst bracht een mail die we niet konden lezen, en brengt hem niet nog eens. We hebben "
        + "er niets van. Zoek bij de maildienst op van wie hij kwam, en vraag om hem opnieuw te sturen.";

    /// <summary>The maximum number of question addresses that are tried in one mail.</summary>
    private const int MostQuestions = 20;

    /// <summary>
    /// The maximum number of mails on one question; more come from a machine and are stored for the coordinators.
    /// </summary>
    private const int MostMails = 100;

    /// <summary>
    /// Records a mail at each question to whose address it was sent and whose ministry sent it. A mail from another
    /// sender is recorded at each question, as a task; a mail without a question is stored for the coordinators.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="workflows">The client for the workflows.</param>
    /// <param name="cancellation">Cancels the wait; the service delivers the mail again.</param>
    /// <param name="attached">The PDF letters in it; they go with the request.</param>
    /// <returns>Whether all of it was taken; if not, another delivery adds what is missing.</returns>
    public async Task<bool> TakeAsync(InboundMail mail, DurableTaskClient workflows, CancellationToken cancellation,
        IReadOnlyList<UploadedFile>? attached = null)
    {
        var hash = HashOf(mail);
        var matches = new List<Match>();
        foreach (var recipient in mail.Recipients.Where(LooksLikeQuestion).Take(MostQuestions))
        {
            if (await MatchAsync(recipient, cancellation) is { } match)
            {
                matches.Add(match);
            }
        }

        var from = InboundSender.Of(mail);
        var own = matches.Where(match => from is not null && match.Settings.Owns(from)).ToList();
        var (isTaken, isComplete) = (false, true);
        foreach (var match in (own.Count > 0 ? own : matches).OrderByDescending(match => match.IsCurrent)
            .DistinctBy(match => (match.File.Number, match.Ministry)))
        {
            await kept.KeepAsync(match.File.Number, hash, mail, cancellation);
            // Before the mail is: a delivery that is cut off between the two comes again.
            var outcome = own.Count > 0 && attached is { Count: > 0 } && !AutomaticMail.Is(mail)
                ? await letters.KeepAsync(match.File.Number, match.Ministry, hash, attached, cancellation) : KeptLetters.None;
            isComplete &= !outcome.MayComeAgain;
            isTaken |= await AppendAsync(mail, hash, match, outcome.NotKept, workflows, cancellation);
        }

        if (!isTaken)
        {
            await KeepForDeskAsync(mail, hash, cancellation);
        }

        return isComplete;
    }

    /// <summary>Makes a task of a mail of which nothing could be read, since the service does not bring it again.</summary>
    public Task KeepUnreadableAsync(DateTimeOffset now, CancellationToken cancellation) => KeepForDeskAsync(
        new InboundMail { ReceivedAt = now, From = "onbekend", Subject = UnreadableSubject, Text = UnreadableText },
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes)), cancellation);

    /// <summary>
    /// Plans the daily notice while mail without a case is unhandled, so that later mail is reported too.
    /// </summary>
    public async Task NotifyOfDeskMailAsync(DateOnly day, CancellationToken cancellation)
    {
        if (await kept.WaitingAsync(cancellation).AnyAsync(cancellation))
        {
            await outbox.PlanAsync(UnplacedMail.NoticeOf(day), cancellation);
        }
    }

    private static bool LooksLikeQuestion(string recipient) =>
        recipient.Split('@')[0].Split('.') is [var number, var slug, { Length: > 0 }]
        && CaseNumber.TryParse(number.Trim(' ', '<'), out _)
        && EnumNames.TryParseSlug<Ministry>(slug.ToLowerInvariant(), out _);

    /// <summary>Returns the case and the ministry of an address; null when its token was never issued.</summary>
    private async Task<Match?> MatchAsync(string recipient, CancellationToken cancellation)
    {
        var local = recipient.Split('@')[0].Trim(' ', '<').ToLowerInvariant();
        if (local.Split('.') is not [var number, var slug, _] || !CaseNumber.TryParse(number, out var parsed)
            || !EnumNames.TryParseSlug<Ministry>(slug, out var ministry)
            || await store.FindAsync(parsed, cancellation) is not { } file
            || file.State.RequestTo(ministry) is not { } request)
        {
            return null;
        }

        // A link whose key is gone opens nothing: the mail is then stored for the coordinators.
        var code = file.Private.LinksOf(ministry).Select(secrets.UnprotectOrNull).OfType<string>()
            .FirstOrDefault(link => CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(local), Encoding.UTF8.GetBytes(ReplyAddress.LocalPartOf(parsed, ministry, link))));
        return code is null ? null
            : new Match(
                file, ministry, await contacts.OfAsync(ministry, cancellation), IsOfNewestQuestion(file, request, code));
    }

    /// <summary>
    /// Whether a link was issued with the newest question or since, and not with an earlier one to the same ministry.
    /// </summary>
    private static bool IsOfNewestQuestion(CaseFile file, MinistryRequest request, string link) =>
        ReplyCode.TryParse(link, out var code) && file.Events.Skip(request.Question.Event - 1).Any(e => e.What switch
        {
            CaseEscalated escalated => escalated.Requests.Any(asked =>
                asked.Ministry == request.Ministry && code.Matches(asked.LinkHash)),
            MinistryPassedOn passedOn => passedOn.Ministry == request.Ministry && code.Matches(passedOn.LinkHash),
            _ => false,
        });

    private async Task<bool> AppendAsync(
        InboundMail mail, string hash, Match match, IReadOnlyList<string> notKept, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var (found, ministry, settings, isCurrent) = match;
        var isAutomatic = AutomaticMail.Is(mail);
        var isColleague = InboundSender.Of(mail) is { } from && settings.Owns(from);
        var isProven = InboundSender.IsProven(mail, settings);
        var reading = reader.Read(mail, sent.Of(found, ministry), SentMails.Seen(found, ministry));
        var texts = TextsOf(reading, notKept);
        var result = await service.ActAsync(found.Number, file =>
            file.State.RequestTo(ministry) is not { Mails.Length: < MostMails } request
            ? new Decision.Hide()
            : file.Events.Any(e => e.What is MinistryMailed known && known.MailHash == hash && known.Ministry == ministry)
                ? new Decision.AlreadyDone()
            : new Decision.Append(new NewEvent(Actor.Of(ministry), new MinistryMailed(ministry, hash, isProven)
            { Kind = isAutomatic ? InboundKind.Automatic : isColleague ? KindOf(file, request) : InboundKind.OtherSender })
            { Texts = texts }),
            workflows, cancellation);
        if (result is CommandResult.Done { Case: var changed })
        {
            await NotifyHandlerAsync(changed, hash, ministry, cancellation);
        }

        return result is CommandResult.Done;

        InboundKind KindOf(CaseFile file, MinistryRequest request) =>
            !isCurrent || request.HasEnded || !CaseRules.Allows(file.State, CaseStep.ReplyAsMinistry) ? InboundKind.AfterTheEnd
            : reading.Words.Length > MaximumWords ? InboundKind.TooLong
            : reading.Words.Any(char.IsLetterOrDigit) ? InboundKind.Reply
            : mail.Attachments.Any(attachment => attachment.MayHoldWords) ? InboundKind.AttachmentOnly
            : InboundKind.NoWords;
    }

    /// <summary>
    /// Plans the mail to the handler when the workflow of the question may have ended, under the key that the workflow
    /// would use.
    /// </summary>
    private async Task NotifyHandlerAsync(CaseFile file, string hash, Ministry ministry, CancellationToken cancellation)
    {
        var request = file.State.RequestTo(ministry);
        if (request is { HasEnded: true } && request.Mails.FirstOrDefault(m => m.Hash == hash) is { Waits: true } mail)
        {
            await outbox.PlanAsync(
                new PlannedMail
                {
                    Case = file.Number,
                    Kind = MailKind.MinistryReplied,
                    To = Recipient.Analyst(file.State.Handler, file.State.HandlerId),
                    Key = $"{MailKind.MinistryReplied.Slug()}.{ministry.Slug()}.{mail.Event}",
                    Event = mail.Event,
                    Ministry = ministry,
                }, cancellation);
        }
    }

    private static Dictionary<string, string> TextsOf(MailReading reading, IReadOnlyList<string> notKept)
    {
        var texts = new Dictionary<string, string> { [TextNames.MailFacts] = string.Join('\n', notKept.Prepend(reading.Facts)) };
        if (reading.Words.Length > 0)
        {
            texts[TextNames.Answer] = reading.Words.Length <= MaximumWords ? reading.Words
                : $"{TextSanitizer.Clean(reading.Words[..MaximumWords])}\n\n[Dit is het begin. De mail is langer: open de hele mail.]";
        }

        if (reading.Whole is { Length: <= MaximumWhole } whole)
        {
            texts[TextNames.Mail] = whole;
        }

        return texts;
    }

    private async Task KeepForDeskAsync(InboundMail mail, string hash, CancellationToken cancellation)
    {
        var waits = !AutomaticMail.Is(mail);
        if (await kept.KeepForDeskAsync(hash, mail, waits, cancellation))
        {
            log.LogWarning("A mail belongs to no open question and is kept for the desk; waits for a person: {Waits}.", waits);
        }

        if (waits)
        {
            await outbox.PlanAsync(UnplacedMail.NoticeOf(WorkingDays.DayOf(mail.ReceivedAt)), cancellation);
        }
    }

    /// <summary>A question to whose address a mail was sent.</summary>
    /// <param name="File">The case.</param>
    /// <param name="Ministry">The ministry that was asked.</param>
    /// <param name="Settings">The ministry's contacts.</param>
    /// <param name="IsCurrent">Whether the address belongs to the newest question to the ministry.</param>
    private sealed record Match(CaseFile File, Ministry Ministry, MinistryContacts Settings, bool IsCurrent);

    /// <summary>
    /// Returns the identity of a mail, which is the same for each delivery: its message id with a hash of its content, since programs
    /// give a changed mail the same id; without an id its headers count as well.
    /// </summary>
    internal static string HashOf(InboundMail mail)
    {
        var id = WholeMail.HeadersOf(mail.Headers)[HeaderId.MessageId]?.Trim() ?? "";
        var end = id.IndexOf('>', StringComparison.Ordinal);
        var source = id.StartsWith('<') && end > 1 ? id[..(end + 1)] : mail.Headers;
        var identity = new[] { source, mail.From, mail.Subject, mail.Text, mail.Html }
            .Select(part => part.ReplaceLineEndings("\n").Trim())
            .Concat(mail.Attachments.Select(attachment =>
                string.Create(CultureInfo.InvariantCulture, $"{attachment.Name}/{attachment.Size}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', identity))));
    }
}
