using RegelLoket.Web;

namespace RegelLoket.Notifications;

/// <summary>The sender and the contact details under every mail.</summary>
public sealed record MailFooter(IReadOnlyList<string> Lines)
{
    public static MailFooter Of(string name, SiteOptions site) => new(
    [
        $"{name}, het loket van Ruimte in de regels",
        $"Vragen? Mail naar {site.Email} of bel {site.Telephone}.",
    ]);
}
