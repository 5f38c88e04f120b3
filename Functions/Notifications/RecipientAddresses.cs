using System.Globalization;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Finds the address of a recipient at the moment of sending; null when there is none (any more).</summary>
public sealed class RecipientAddresses(IMinistryMailboxes mailboxes, IOptions<NotificationOptions> options)
{
    /// <summary>
    /// Returns the name in <see cref="PrivateCase.Addresses"/> of the colleague to whom a ministry forwarded its
    /// question.
    /// </summary>
    public static string ColleagueOf(Ministry ministry) => $"colleague.{ministry.Slug()}";

    public async Task<EmailAddress?> OfAsync(Recipient to, CaseFile file, CancellationToken cancellation) => to.Kind switch
    {
        RecipientKind.Reporter or RecipientKind.Follower => file.Private.ContactOf(to.Place)?.Email,
        RecipientKind.Ministry => InCase(file, ColleagueOf(to.Ministry!.Value))
            ?? (await mailboxes.OfAsync(to.Ministry.Value, cancellation)).Mailbox,
        RecipientKind.SecondContact => (await mailboxes.OfAsync(to.Ministry!.Value, cancellation)).SecondContact,
        RecipientKind.AddressInCase => InCase(file, to.Name!),
        RecipientKind.Participant =>
            file.Private.Participants.GetValueOrDefault(int.Parse(to.Name!, CultureInfo.InvariantCulture))?.Email,
        RecipientKind.Handler => Colleague(file.State.Handler, file.State.HandlerId),
        _ => OfDesk(to),
    };

    /// <summary>Returns the address for a mail of the desk itself, which belongs to no case.</summary>
    public EmailAddress? OfDesk(Recipient to) =>
        to.Kind == RecipientKind.Analyst ? Colleague(to.Name, to.Id) : Parse(options.Value.CoordinatorMailbox);

    private EmailAddress? Colleague(string? name, string? id) =>
        name is null ? Parse(options.Value.TeamMailbox)
        : EmailAddress.TryParse(MailboxOf(id) ?? MailboxOf(name) ?? name, out var address) ? address
        : Parse(options.Value.TeamMailbox);

    private string? MailboxOf(string? colleague) =>
        colleague is not null && options.Value.Colleagues.TryGetValue(colleague, out var mailbox) ? mailbox : null;

    private static EmailAddress? InCase(CaseFile file, string name) => file.Private.Addresses.GetValueOrDefault(name);

    private static EmailAddress? Parse(string text) => EmailAddress.TryParse(text, out var address) ? address : null;
}
