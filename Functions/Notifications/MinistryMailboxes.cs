using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>The functional mailbox of a ministry and its second contact.</summary>
public sealed record MinistryMailboxes(EmailAddress Mailbox, EmailAddress? SecondContact);
