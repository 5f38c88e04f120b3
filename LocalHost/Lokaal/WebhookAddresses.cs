namespace LocalHost.Lokaal;

/// <summary>Where the app takes the mail service's calls: paths on this host.</summary>
/// <param name="Events">Reports of deliveries.</param>
/// <param name="Inbound">Incoming mail.</param>
internal sealed record WebhookAddresses(string Events, string Inbound);
