using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Experiments.Participation.Mails;

/// <summary>The one reminder of a step, after a silence.</summary>
internal sealed class ExperimentReminderMail : IMailTemplate
{
    public MailKind Kind => MailKind.ExperimentReminder;

    public MailContent? Compose(MailContext context) => ParticipantMails.About(context,
        "Hoe staat het met jullie experiment?",
        experiment => $"Wil je opschrijven hoe het staat? De volgende stap is '{experiment.NextStep.Phase.Label().ToLowerInvariant()}' "
            + $"in ronde {experiment.NextStep.Round}.",
        "We hoorden een tijd niets. Lukte het niet, of zijn jullie gestopt? Schrijf dat dan op, daar leren anderen van. "
            + "Aan deze stap herinneren we je één keer.");
}
