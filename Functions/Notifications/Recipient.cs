using System.Globalization;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>Who gets a mail. It holds no address, so that the outbox holds nothing that has to be erased.</summary>
/// <param name="Kind">The part.</param>
/// <param name="Ministry">The ministry, where the part belongs to one.</param>
/// <param name="Name">The analyst's sign-in name, or the name of the address in <see cref="PrivateCase.Addresses"/>.</param>
public sealed record Recipient(RecipientKind Kind, Ministry? Ministry = null, string? Name = null)
{
    public static Recipient Reporter { get; } = new(RecipientKind.Reporter);

    /// <summary>Anyone who follows the case: the reporter, or with a place an organisation that joined.</summary>
    public static Recipient Following(int? follower) =>
        follower is { } place ? new(RecipientKind.Follower, Name: place.ToString(CultureInfo.InvariantCulture)) : Reporter;

    /// <summary>The place of a follower; null for the reporter.</summary>
    [JsonIgnore]
    public int? Place => Kind == RecipientKind.Follower ? int.Parse(Name!, CultureInfo.InvariantCulture) : null;

    public static Recipient Coordinators { get; } = new(RecipientKind.Coordinators);

    /// <summary>
    /// Anyone who has the question at the ministry now: the colleague to whom it was passed on, or the functional mailbox.
    /// </summary>
    public static Recipient Of(Ministry ministry) => new(RecipientKind.Ministry, ministry);

    public static Recipient SecondContactOf(Ministry ministry) => new(RecipientKind.SecondContact, ministry);

    /// <summary>An address that is stored in the private part of the case.</summary>
    public static Recipient AddressInCase(Ministry ministry, string name) => new(RecipientKind.AddressInCase, ministry, name);

    /// <summary>Whoever handles the case when the mail goes; the team's mailbox when nobody does.</summary>
    public static Recipient Handler { get; } = new(RecipientKind.Handler);

    /// <summary>The analyst by sign-in name; the team's mailbox when nobody handles the case.</summary>
    public static Recipient Analyst(string? name) => new(RecipientKind.Analyst, Name: name);
}
