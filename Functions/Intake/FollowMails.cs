using RegelLoket.Notifications;

namespace RegelLoket.Intake;

/// <summary>The mail to an unverified address: a code, and nothing about the case.</summary>
public static class FollowMails
{
    public static MailContent Verify(string code) => new()
    {
        Subject = "Bevestig je e-mailadres",
        Ask = "Vul deze code in om je e-mailadres te bevestigen",
        Parts =
        [
            new MailPart.Facts([new("Je code", code)]),
            new MailPart.Paragraph("De code werkt een uur. Vul hem in op de pagina waar je was."),
            new MailPart.Paragraph("Zonder deze code sturen we niets meer naar dit adres."),
            new MailPart.Paragraph("Heb je dit niet zelf gevraagd? Dan hoef je niets te doen."),
        ],
    };
}
