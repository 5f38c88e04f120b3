using RegelLoket.Language;
using RegelLoket.Notifications;

namespace RegelLoket.Library.Subscriptions.Mails;

/// <summary>
/// Asks whoever reads an address whether she wants to follow something. It holds titles of the library alone, since
/// anybody may have typed the address.
/// </summary>
internal static class FollowConfirmMail
{
    public static MailContent Of(IReadOnlyList<string> topics, Uri link) => new()
    {
        Subject = "Bevestig dat je de bibliotheek wilt volgen",
        Ask = $"Wil je mail als er nieuws is? Bevestig dat binnen {Amount.Of(FollowLinks.Days, "dag", "dagen")}.",
        Parts =
        [
            new MailPart.Paragraph($"Je wilt dit volgen: {string.Join("; ", topics)}."),
            new MailPart.Paragraph(
                "Je krijgt hoogstens één mail per week, en alleen als er iets nieuws is of iets verandert. In elke mail staat "
                + "hoe je stopt."),
            new MailPart.Paragraph("Heb je dit niet zelf gevraagd? Dan hoef je niets te doen. We bewaren je adres niet."),
        ],
        Link = new MailLink("Bevestig je adres", link),
    };
}
