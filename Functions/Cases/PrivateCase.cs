using System.Text.Json.Serialization;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>
/// The part of a case that may have to be erased: the reporter, every free text, and secrets that are still to be
/// mailed, in one blob a case. A text is valid only when its salted hash is in its event; any other is left from an
/// unfinished write.
/// </summary>
public sealed record PrivateCase
{
    public ReporterContact? Reporter { get; init; }

    /// <summary>
    /// The SHA-256 of the key under which the report came in; it distinguishes a repeated report from another one with the same
    /// number.
    /// </summary>
    public string? ReportKey { get; init; }

    /// <summary>The texts, by event number and name.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, PrivateText>> Texts { get; init; } =
        new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>();

    /// <summary>The encrypted secrets that a mail must still carry; removed after the mail was sent.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The addresses that belong to the case, by name, such as that of the colleague to whom a ministry forwarded its
    /// question.
    /// </summary>
    public IReadOnlyDictionary<string, EmailAddress> Addresses { get; init; } = new Dictionary<string, EmailAddress>();

    /// <summary>The contact data of organisations that joined, by place; only those with a verified address.</summary>
    /// <remarks>Blobs from before there were followers have none, which the generated reader returns as null.</remarks>
    public IReadOnlyDictionary<int, ReporterContact> Followers
    {
        get => field ?? new Dictionary<int, ReporterContact>();
        init;
    } = new Dictionary<int, ReporterContact>();

    /// <summary>The contacts of the organisations that do an experiment, by the number of the experiment.</summary>
    /// <remarks>Blobs from before there were participants have none.</remarks>
    public IReadOnlyDictionary<int, ExperimentParticipant> Participants
    {
        get => field ?? new Dictionary<int, ExperimentParticipant>();
        init;
    } = new Dictionary<int, ExperimentParticipant>();

    /// <summary>
    /// The number of the event for which this was last changed; until that event is stored, its writer may be about to
    /// append it. Null in blobs from before this was stored.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Awaits { get; init; }

    /// <summary>Returns the contact data of the reporter, or of the follower at a place.</summary>
    public ReporterContact? ContactOf(int? follower) => follower is { } place ? Followers.GetValueOrDefault(place) : Reporter;

    /// <summary>Returns the private part with other contact data; empty contact data is left out.</summary>
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

    /// <summary>Returns the private part with another participant in an experiment; null removes it.</summary>
    public PrivateCase WithParticipant(int experiment, ExperimentParticipant? participant)
    {
        var participants = Participants.Where(other => other.Key != experiment).ToDictionary();
        if (participant is not null)
        {
            participants[experiment] = participant;
        }

        return this with { Participants = participants };
    }

    /// <summary>Returns the text of a reference; null when it was erased.</summary>
    public string? Find(TextReference? reference) =>
        reference is { } r && Texts.TryGetValue(r.Event, out var texts) && texts.TryGetValue(r.Name, out var text)
            ? text.Text : null;

    internal PrivateCase With(int eventNumber, IReadOnlyDictionary<string, PrivateText> texts) =>
        this with { Texts = new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>(Texts) { [eventNumber] = texts } };

    /// <summary>Whether it was changed for an event that is not appended yet.</summary>
    internal bool IsAheadOf(IReadOnlyList<CaseEvent> events) =>
        Awaits > events.Count || Texts.Keys.Any(number => number > events.Count);

    /// <summary>
    /// Whether the text of an event is missing though nothing was erased since: the private part is older than the
    /// events, or an erasure was interrupted.
    /// </summary>
    internal bool Lacks(IReadOnlyList<CaseEvent> events) => events.Reverse().TakeWhile(e => e.What is not DataErased)
        .Any(e => e.Texts is { } hashes && hashes.Keys.Any(name => Find(e.Text(name)) is null));

    /// <summary>Removes texts whose hash is in no event: they come from an unfinished write, or were altered.</summary>
    internal PrivateCase OnlyWhat(IReadOnlyList<CaseEvent> events)
    {
        var stray = Texts.Where(t => t.Key > events.Count || t.Value.Any(text => !Vouches(events[t.Key - 1], text)))
            .Select(t => t.Key)
            .ToList();
        return events.Count == 0 || stray.Count == 0 ? this
            : this with
            {
                Texts = Texts.Where(t => t.Key <= events.Count)
                .ToDictionary(t => t.Key, t => KeptOf(events[t.Key - 1], t.Value))
            };
    }

    private static IReadOnlyDictionary<string, PrivateText> KeptOf(
        CaseEvent e, IReadOnlyDictionary<string, PrivateText> texts) =>
        texts.Where(text => Vouches(e, text)).ToDictionary();

    private static bool Vouches(CaseEvent e, KeyValuePair<string, PrivateText> text) =>
        e.Texts is { } hashes && hashes.TryGetValue(text.Key, out var hash) && hash == text.Value.Hash();

    public PrivateCase WithSecret(string name, string protectedSecret) =>
        this with { Secrets = new Dictionary<string, string>(Secrets) { [name] = protectedSecret } };

    public PrivateCase WithAddress(string name, EmailAddress address) =>
        this with { Addresses = new Dictionary<string, EmailAddress>(Addresses) { [name] = address } };

    public PrivateCase WithoutAddress(string name) =>
        this with { Addresses = Addresses.Where(a => a.Key != name).ToDictionary() };

    public PrivateCase WithoutSecret(string name) => this with { Secrets = Secrets.Where(s => s.Key != name).ToDictionary() };
}
