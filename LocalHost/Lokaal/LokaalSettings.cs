using System.Security.Cryptography;
using LocalHost.Lokaal.Identity;

namespace LocalHost.Lokaal;

/// <summary>What the pages under /lokaal must know of the app, as plain values. What is left out, its pages explain.</summary>
internal sealed record LokaalSettings
{
    /// <summary>The connection string of the storage account that holds the mailbox and the clock.</summary>
    public required string Storage { get; init; }

    /// <summary>The key with which the app calls the mail service.</summary>
    public string MailKey { get; init; } = "";

    /// <summary>The key that signs the mail service's reports.</summary>
    public ECDsa? WebhookKey { get; init; }

    /// <summary>The password with which incoming mail is handed to the app.</summary>
    public string InboundPassword { get; init; } = "";

    public WebhookAddresses? Webhooks { get; init; }

    /// <summary>Who signs people in; null where the app takes no development identity.</summary>
    public LocalIdentity? Identity { get; init; }

    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The app's movable clock; null where it has none.</summary>
    public DeskClockSettings? Clock { get; init; }

    /// <summary>What a newcomer does first, in order.</summary>
    public IReadOnlyList<FirstStep> Steps { get; init; } = [];
}

/// <summary>Where the app takes the mail service's calls: paths on this host.</summary>
/// <param name="Events">Reports of deliveries.</param>
/// <param name="Inbound">Incoming mail.</param>
internal sealed record WebhookAddresses(string Events, string Inbound);

/// <summary>The app's movable clock.</summary>
/// <param name="Blob">Where its offset lies, as <c>container/blob</c>.</param>
/// <param name="Event">The event that makes an open orchestration look at the clock anew.</param>
/// <param name="Payload">The JSON of that event.</param>
internal sealed record DeskClockSettings(string Blob, string Event, string Payload);

/// <summary>A step of the tour on the index page.</summary>
/// <param name="Text">What to do, in Dutch.</param>
/// <param name="Address">Where to do it: a path on this host.</param>
internal sealed record FirstStep(string Text, string Address);
