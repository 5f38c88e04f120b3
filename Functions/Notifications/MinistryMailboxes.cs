using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>The functional mailbox and the second contact of a ministry.</summary>
public sealed record MinistryMailboxes(EmailAddress Mailbox, EmailAddress? SecondContact);
