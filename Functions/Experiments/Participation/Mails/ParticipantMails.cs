using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Experiments.Participation.Mails;

/// <summary>The common parts of the mails to an organisation that does an experiment.</summary>
internal static class ParticipantMails
{
    /// <summary>Returns a mail with the link; null when that was revoked, replaced or expired, or the experiment ended.</summary>
    public static MailContent? About(
        MailContext context, string subject, Func<CaseExperiment, string> ask, string paragraph)
    {
        var number = ParticipantCode.TryParse(CodeIn(context), out var code) ? code.Experiment : 0;
        return context.State.Experiment(number) is not { EndedAt: null } experiment || !code!.Opens(experiment, context.Today)
            ? null : new MailContent
            {
                Subject = subject,
                Ask = ask(experiment),
                Parts =
                [
                    .. context.File.Text(experiment.Question) is { } question
                        ? [new MailPart.Quote("Wat jullie uitzoeken", question)] : Array.Empty<MailPart>(),
                    new MailPart.Paragraph(paragraph),
                    new MailPart.Paragraph(
                        $"De link werkt tot en met {DutchDates.Short(experiment.LinkExpiresOn!.Value)}. Je hebt geen account nodig. "
                            + "Geef hem alleen aan collega's die meedoen: wie hem heeft, kan meeschrijven."),
                ],
                Link = new("Naar jullie experiment", context.Link($"{ExperimentRoutes.Participation}#{code}")),
            };
    }

    private static string? CodeIn(MailContext context) =>
        int.TryParse(context.Plan.To.Name, out var experiment)
            ? context.Secret(ProtectedSecrets.ExperimentLinkOf(experiment)) : null;
}
