using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>One report of the mail service on a mail.</summary>
/// <param name="Id">The service's id of the report; the same report may come twice.</param>
/// <param name="State">What it says.</param>
/// <param name="At">When it happened.</param>
public sealed record DeliveryReport(string Id, MailState State, DateTimeOffset At);
