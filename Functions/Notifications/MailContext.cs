using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>The data for writing a mail: the case at the moment of sending.</summary>
public sealed record MailContext
{
    public required CaseFile File { get; init; }

    public required PlannedMail Plan { get; init; }

    /// <summary>The current day in the Netherlands.</summary>
    public required DateOnly Today { get; init; }

    public required NotificationOptions Options { get; init; }

    /// <summary>The public address of the site.</summary>
    public required Uri Site { get; init; }

    /// <summary>Where the desk can be called.</summary>
    public string Telephone { get; init; } = "";

    public required ProtectedSecrets Protected { get; init; }

    public CaseState State => File.State;

    /// <summary>The event that the mail is about.</summary>
    public CaseEvent? Event => Plan.Event is { } number && number <= File.Events.Count ? File.Events[number - 1] : null;

    /// <summary>
    /// Whether a later event replaced the mail's own, so that another mail covers the current state. False for a mail
    /// that is only shown.
    /// </summary>
    public bool IsOvertaken(Func<CaseChange, bool> by) =>
        Plan.Event is { } number && File.Events.Skip(number).Any(e => by(e.What));

    /// <summary>The request to the ministry that the mail is about.</summary>
    public MinistryRequest? Request => (Plan.Ministry ?? Plan.To.Ministry) is { } ministry ? State.RequestTo(ministry) : null;

    /// <summary>Returns an absolute address on the site.</summary>
    public Uri Link(string pathAndFragment) => new(Site, pathAndFragment);

    /// <summary>Returns a secret of the private part; null when it was removed.</summary>
    public string? Secret(string name) =>
        File.Private.Secrets.TryGetValue(name, out var secret) ? Protected.Unprotect(secret) : null;
}
