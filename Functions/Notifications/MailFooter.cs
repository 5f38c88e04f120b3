namespace RegelLoket.Notifications;

/// <summary>The sender and the contact details under every mail.</summary>
public sealed record MailFooter(IReadOnlyList<string> Lines)
{
    public static MailFooter Of(NotificationOptions options) => new(
    [
        $"{options.FromName}, het loket van Ruimte in de regels",
        $"Vragen? Mail naar {options.ReplyTo}{(options.Telephone.Length > 0 ? $" of bel {options.Telephone}" : "")}.",
    ]);
}
