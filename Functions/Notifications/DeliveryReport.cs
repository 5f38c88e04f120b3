using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>One delivery report of the mail service.</summary>
/// <param name="Id">The service's id of the report; the same report may come twice.</param>
/// <param name="State">The reported state.</param>
/// <param name="At">The moment at which it happened.</param>
public sealed record DeliveryReport(string Id, MailState State, DateTimeOffset At);
