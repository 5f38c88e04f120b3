using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>What a template is given for a mail about a case that is made of events alone.</summary>
internal static class MailContexts
{
    public static ProtectedSecrets Secrets { get; } = new(new EphemeralDataProtectionProvider());

    /// <summary>The mail about one event of the case, on a day.</summary>
    public static MailContext Of(CaseFile file, int number, DateOnly today, string? key = null, Recipient? to = null) => new()
    {
        File = file,
        Plan = new PlannedMail
        {
            Case = file.Number,
            Key = key ?? $"mail.{number}",
            Kind = MailKind.Receipt,
            To = to ?? Recipient.Reporter,
            Event = number,
            Ministry = to?.Ministry,
        },
        Today = today,
        Options = new NotificationOptions(),
        Site = new Uri("https://loket.example"),
        Protected = Secrets,
    };
}
