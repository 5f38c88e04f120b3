using System.Text.Json.Serialization;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>
/// What of a case may have to be erased: who reported, every free text, and secrets that are still to be mailed. One blob a case.
/// A text belongs to an event only when its salted hash is the one in that event; anything else is left from a write that did not finish.
/// </summary>
public sealed record PrivateCase
{
    public ReporterContact? Reporter { get; init; }

    /// <summary>SHA-256 of the key under which the report came in; tells a repeated report from another one with the same number.</summary>
    public string? ReportKey { get; init; }

    /// <summary>The texts by event number, then by name.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, PrivateText>> Texts { get; init; } =
        new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>();

    /// <summary>Secrets that a mail still has to carry, each protected by data protection; taken out when the mail has been sent.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Addresses that belong to the case by name, such as the colleague to whom a ministry passed its question on.</summary>
    public IReadOnlyDictionary<string, EmailAddress> Addresses { get; init; } = new Dictionary<string, EmailAddress>();

    /// <summary>How those who joined the case can be reached, by their place; only who gave an address that was verified is here.</summary>
    /// <remarks>A blob from before there were followers has none, which the generated reader gives as null.</remarks>
    public IReadOnlyDictionary<int, ReporterContact> Followers { get => field ?? new Dictionary<int, ReporterContact>(); init; } =
        new Dictionary<int, ReporterContact>();

    /// <summary>
    /// The number of the event for which this was last changed; until that event is stored, its writer may be about to append it. Null in
    /// blobs from before this was kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Awaits { get; init; }

    /// <summary>Who can be reached: the reporter, or with a place the follower there.</summary>
    public ReporterContact? ContactOf(int? follower) => follower is { } place ? Followers.GetValueOrDefault(place) : Reporter;

    /// <summary>The private part with another contact; an empty one is left out.</summary>
    public PrivateCase WithContact(int? follower, ReporterContact? contact)
    {
        var kept = contact is { Name: null, Email: null, Telephone: null } ? null : contact;
        if (follower is not { } place)
        {
            return this with { Reporter = kept };
        }

        var followers = Followers.Where(other => other.Key != place).ToDictionary();
        if (kept is not null)
        {
            followers[place] = kept;
        }

        return this with { Followers = followers };
    }

    /// <summary>The text of a reference, or null when it was erased.</summary>
    public string? Find(TextReference? reference) =>
        reference is { } r && Texts.TryGetValue(r.Event, out var texts) && texts.TryGetValue(r.Name, out var text) ? text.Text : null;

    internal PrivateCase With(int eventNumber, IReadOnlyDictionary<string, PrivateText> texts) =>
        this with { Texts = new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>(Texts) { [eventNumber] = texts } };

    /// <summary>Whether it was changed for an event that is still to be appended.</summary>
    internal bool IsAheadOf(IReadOnlyList<CaseEvent> events) =>
        Awaits > events.Count || Texts.Keys.Any(number => number > events.Count);

    /// <summary>
    /// Whether the text of an event is missing though nothing was erased since: then it is older than the events, or an erasure was cut
    /// off.
    /// </summary>
    internal bool Lacks(IReadOnlyList<CaseEvent> events) => events.Reverse().TakeWhile(e => e.What is not DataErased)
        .Any(e => e.Texts is { } hashes && hashes.Keys.Any(name => Find(e.Text(name)) is null));

    /// <summary>Leaves out texts that no event vouches for: they were left by a write that did not finish, or were altered.</summary>
    internal PrivateCase OnlyWhat(IReadOnlyList<CaseEvent> events)
    {
        var stray = Texts.Where(t => t.Key > events.Count || t.Value.Any(text => !Vouches(events[t.Key - 1], text))).Select(t => t.Key)
            .ToList();
        return events.Count == 0 || stray.Count == 0 ? this
            : this with
            {
                Texts = Texts.Where(t => t.Key <= events.Count)
                .ToDictionary(t => t.Key, t => KeptOf(events[t.Key - 1], t.Value))
            };
    }

    private static IReadOnlyDictionary<string, PrivateText> KeptOf(CaseEvent e, IReadOnlyDictionary<string, PrivateText> texts) =>
        texts.Where(text => Vouches(e, text)).ToDictionary();

    private static bool Vouches(CaseEvent e, KeyValuePair<string, PrivateText> text) =>
        e.Texts is { } hashes && hashes.TryGetValue(text.Key, out var hash) && hash == text.Value.Hash();

    public PrivateCase WithSecret(string name, string protectedSecret) =>
        this with { Secrets = new Dictionary<string, string>(Secrets) { [name] = protectedSecret } };

    public PrivateCase WithAddress(string name, EmailAddress address) =>
        this with { Addresses = new Dictionary<string, EmailAddress>(Addresses) { [name] = address } };

    public PrivateCase WithoutAddress(string name) => this with { Addresses = Addresses.Where(a => a.Key != name).ToDictionary() };

    public PrivateCase WithoutSecret(string name) => this with { Secrets = Secrets.Where(s => s.Key != name).ToDictionary() };
}
