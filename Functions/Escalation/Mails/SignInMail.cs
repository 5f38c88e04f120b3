using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The mail with the link to all open questions of a mailbox, without any text of a case.</summary>
internal static class SignInMail
{
    public static MailContent Of(Ministry ministry, Uri link) => new()
    {
        Subject = "Je link naar de open vragen",
        Ask = $"Met deze link zie je alle open vragen aan {ministry.Label()} die bij dit adres horen.",
        Parts =
        [
            new MailPart.Paragraph(
                "De link werkt een half uur, één keer. Heb je hem niet aangevraagd? Dan hoef je niets te doen."),
        ],
        Link = new MailLink("Bekijk de open vragen", link),
    };
}
