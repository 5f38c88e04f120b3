using System.Globalization;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>The recipient of a mail, without the address, so that nothing in the outbox has to be erased.</summary>
/// <param name="Kind">The part.</param>
/// <param name="Ministry">The ministry, where the part belongs to one.</param>
/// <param name="Name">The analyst's sign-in name, or the name of the address in
/// <see cref="PrivateCase.Addresses"/>.</param>
/// <param name="Id">The analyst's id at the identity provider, where it is known.</param>
public sealed record Recipient(RecipientKind Kind, Ministry? Ministry = null, string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null)
{
    public static Recipient Reporter { get; } = new(RecipientKind.Reporter);

    /// <summary>Returns the reporter, or the organisation that joined at a place.</summary>
    public static Recipient Following(int? follower) =>
        follower is { } place ? new(RecipientKind.Follower, Name: place.ToString(CultureInfo.InvariantCulture)) : Reporter;

    /// <summary>The place of a follower; null for the reporter.</summary>
    [JsonIgnore]
    public int? Place => Kind == RecipientKind.Follower ? int.Parse(Name!, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the contact of the organisation that does an experiment.</summary>
    public static Recipient Participating(int experiment) =>
        new(RecipientKind.Participant, Name: experiment.ToString(CultureInfo.InvariantCulture));

    public static Recipient Coordinators { get; } = new(RecipientKind.Coordinators);

    /// <summary>The recipient as colleagues read it, without a name of anyone outside the desk.</summary>
    [JsonIgnore]
    public string Label => Kind switch
    {
        RecipientKind.Reporter => "Melder",
        RecipientKind.Follower => $"Volger {Name}, bij wie het ook speelt",
        RecipientKind.Participant => $"Deelnemer aan experiment {Name}",
        RecipientKind.Ministry => Ministry!.Value.Label(),
        RecipientKind.SecondContact => $"{Ministry!.Value.Label()}, tweede contact",
        RecipientKind.AddressInCase => $"{Ministry!.Value.Label()}, medewerker",
        RecipientKind.Analyst => Name ?? "Analisten",
        RecipientKind.Handler => "Behandelaar",
        RecipientKind.Coordinators => "Coördinatoren",
        RecipientKind.Subscriber => "Volger van de bibliotheek",
        _ => throw new InvalidOperationException($"{Kind} has no label."),
    };

    /// <summary>
    /// Returns the current contact for the question at the ministry: the colleague to whom it was forwarded, or the
    /// functional mailbox.
    /// </summary>
    public static Recipient Of(Ministry ministry) => new(RecipientKind.Ministry, ministry);

    public static Recipient SecondContactOf(Ministry ministry) => new(RecipientKind.SecondContact, ministry);

    /// <summary>Returns an address that is stored in the private part of the case.</summary>
    public static Recipient AddressInCase(Ministry ministry, string name) => new(RecipientKind.AddressInCase, ministry, name);

    /// <summary>The handler at the moment of sending; the team's mailbox when there is none.</summary>
    public static Recipient Handler { get; } = new(RecipientKind.Handler);

    /// <summary>Returns a subscriber to news of the library, by a name that reveals nothing of the address.</summary>
    public static Recipient Subscriber(string id) => new(RecipientKind.Subscriber, Name: id);

    /// <summary>Returns the analyst by sign-in name, and by id where it is known; the team's mailbox when there is none.</summary>
    public static Recipient Analyst(string? name, string? id = null) => new(RecipientKind.Analyst, Name: name, Id: id);
}
