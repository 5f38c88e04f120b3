using System.Security.Cryptography;
using LocalHost.Lokaal.Identity;

namespace LocalHost.Lokaal;

/// <summary>The settings of the pages under /lokaal, as plain values. The pages explain what is missing.</summary>
internal sealed record LokaalSettings
{
    /// <summary>The connection string of the storage account that holds the mailbox and the clock.</summary>
    public required string Storage { get; init; }

    /// <summary>The API key with which the app calls the mail service.</summary>
    public string MailKey { get; init; } = "";

    /// <summary>The key that signs the mail service's reports.</summary>
    public ECDsa? WebhookKey { get; init; }

    /// <summary>The password with which incoming mail is sent to the app.</summary>
    public string InboundPassword { get; init; } = "";

    public WebhookAddresses? Webhooks { get; init; }

    /// <summary>The development identity; null when the app accepts none.</summary>
    public LocalIdentity? Identity { get; init; }

    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The app's movable clock; null where it has none.</summary>
    public DeskClockSettings? Clock { get; init; }

    /// <summary>The first steps for a newcomer, in order.</summary>
    public IReadOnlyList<FirstStep> Steps { get; init; } = [];

    /// <summary>The progress of samples that are being added.</summary>
    public SamplesProgress Samples { get; init; } = new();
}
