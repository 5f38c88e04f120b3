using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Experiments.Participation;

/// <summary>Sends the mails that follow from the events of experiments; each once, however often it is called.</summary>
public sealed class ExperimentMails(PromptMails mails)
{
    /// <summary>Sends the mails that a case still owes the organisations of its experiments.</summary>
    public async Task SendAsync(CaseFile file, CancellationToken cancellation)
    {
        foreach (var (mail, trace) in Due(file))
        {
            await mails.SendAsync(mail, file, trace, cancellation);
        }
    }

    /// <summary>Returns the mails that are not in the case yet: of each experiment only the newest of a kind.</summary>
    internal static IEnumerable<(PlannedMail Mail, string? Trace)> Due(CaseFile file)
    {
        var recorded = file.Events.Select(e => e.What).OfType<MailRecorded>().Select(mail => MailKeys.RootOf(mail.Key)).ToHashSet();
        return from e in file.Events
               from mail in MailsOf(file, e)
               group (mail, e.Trace) by (mail.Kind, mail.To) into same
               let newest = same.Last()
               where !recorded.Contains(newest.mail.Key)
               select newest;
    }

    private static IReadOnlyList<PlannedMail> MailsOf(CaseFile file, CaseEvent e) => e.What switch
    {
        ExperimentInvited invited => Mail(file, e, MailKind.ExperimentInvitation, invited.Experiment, "invited"),
        ExperimentSilent { Reminds: true } silent => Mail(file, e, MailKind.ExperimentReminder, silent.Experiment, "silent"),
        _ => [],
    };

    /// <summary>Returns the mail to a contact with an address; none when that was erased.</summary>
    private static IReadOnlyList<PlannedMail> Mail(CaseFile file, CaseEvent e, MailKind kind, int experiment, string purpose) =>
        file.Private.Participants.GetValueOrDefault(experiment)?.Email is null ? [] :
        [
            new PlannedMail
            {
                Case = file.Number,
                Kind = kind,
                To = Recipient.Participating(experiment),
                Key = $"experiment.{experiment}.{purpose}.{e.Number}",
                Event = e.Number,
            },
        ];
}
