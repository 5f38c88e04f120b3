using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Experiments.Participation.Mails;

/// <summary>The mail with the link with which an organisation writes in its experiment.</summary>
internal sealed class ExperimentInvitationMail : IMailTemplate
{
    public MailKind Kind => MailKind.ExperimentInvitation;

    public MailContent? Compose(MailContext context) => ParticipantMails.About(context,
        "Schrijf op wat jullie uitproberen",
        _ => "Wil je bijhouden wat jullie doen, meten en leren? Open de link en begin met de eerste stap.",
        "Jullie werken in rondes: verkennen, plannen, uitvoeren en evalueren. Na elke stap schrijf je in een paar zinnen op wat "
            + "er gebeurde. Ook wat niet lukte: daar leren anderen net zoveel van.");
}
