namespace LocalHost.Lokaal;

/// <summary>The app's webhooks for the mail service: paths on this host.</summary>
/// <param name="Events">Delivery reports.</param>
/// <param name="Inbound">Incoming mail.</param>
internal sealed record WebhookAddresses(string Events, string Inbound);
