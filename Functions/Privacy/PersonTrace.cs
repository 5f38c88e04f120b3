using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Privacy;

/// <summary>
/// Finds one person in a case, the data held of that person, and the case without that data. Pure, so that previewing
/// and erasing use the same code.
/// </summary>
public static class PersonTrace
{
    /// <summary>Returns every address in a case.</summary>
    public static IEnumerable<EmailAddress> AddressesIn(PrivateCase held) =>
        held.Followers.Values.Append(held.Reporter).Select(contact => contact?.Email)
        .Concat(held.Participants.Values.Select(participant => participant.Email)).OfType<EmailAddress>()
        .Concat(held.Addresses.Values);

    /// <summary>Returns the parts that the person of an address plays in a case.</summary>
    public static IReadOnlyList<CasePerson> Find(PrivateCase held, EmailAddress person)
    {
        bool IsIt(EmailAddress? address) => person.IsSame(address);
        return
        [
            .. IsIt(held.Reporter?.Email) ? [CasePerson.Reporter] : Array.Empty<CasePerson>(),
            .. held.Followers.Where(f => IsIt(f.Value.Email)).Select(f => CasePerson.Following(f.Key)),
            .. held.Participants.Where(p => IsIt(p.Value.Email)).Select(p => CasePerson.Participating(p.Key)),
            .. held.Addresses.Where(a => IsIt(a.Value)).Select(a => new CasePerson(PersonPart.Colleague, null, a.Key)),
        ];
    }

    /// <summary>Returns the person's contact data in the case.</summary>
    public static ReporterContact? ContactOf(PrivateCase held, CasePerson person) => person.Part switch
    {
        PersonPart.Colleague => held.Addresses.TryGetValue(person.AddressName ?? "", out var address)
            ? new ReporterContact { Email = address } : null,
        PersonPart.Participant => held.Participants.TryGetValue(person.Follower ?? 0, out var participant)
            ? new ReporterContact { Name = participant.Name, Email = participant.Email } : null,
        _ => held.ContactOf(person.Follower),
    };

    /// <summary>Returns the texts that the person wrote and that are not erased.</summary>
    public static IReadOnlyList<(CaseEvent Event, string Name, string Text)> WordsOf(CaseFile file, CasePerson person) =>
        Words(file, (e, _) => WroteIt(e, person));

    /// <summary>
    /// Returns the texts that the desk wrote to the person and that are not erased. Only the reporter receives texts in
    /// the case itself.
    /// </summary>
    public static IReadOnlyList<(CaseEvent Event, string Name, string Text)> WordsTo(CaseFile file, CasePerson person) =>
        person.Part != PersonPart.Reporter ? [] : Words(file, (e, name) => IsToReporter(e.What, name));

    private static IReadOnlyList<(CaseEvent Event, string Name, string Text)> Words(
        CaseFile file, Func<CaseEvent, string, bool> counts) =>
    [
        .. from part in CaseParts.Of(file)
           from line in part.Texts
           where line.Words is not null && counts(part.Event, line.Name!)
           select (part.Event, line.Name!, line.Words!),
    ];

    /// <summary>
    /// Whether a text of colleagues is for the reporter: the dialogue, the letter with the outcome, the text for the
    /// public.
    /// </summary>
    private static bool IsToReporter(CaseChange change, string name) => change switch
    {
        ReporterAsked or DisputeSettled or CaseReopened or PublicationDrafted => true,
        OutcomeDetermined => name != TextNames.Reason,
        _ => false,
    };

    /// <summary>Returns the number of texts that an erasure removes.</summary>
    public static int TextsErased(CaseFile file, CasePerson? person, ErasedData what) =>
        what == ErasedData.Texts ? file.Private.Texts.Where(t => Goes(file, t.Key, person)).Sum(t => t.Value.Count) : 0;

    /// <summary>Whether there is data left for an erasure to remove.</summary>
    public static bool Holds(CaseFile file, CasePerson? person, ErasedData what) =>
        TextsErased(file, person, what) > 0 || (person is null
        ? file.Private is { Reporter: not null } or { Addresses.Count: > 0 }
        || file.Private.Secrets.Keys.Any(name => !HasOwnTerm(name))
        : ContactOf(file.Private, person) is not null || file.Private.Secrets.ContainsKey(CodeOf(person)));

    /// <summary>Whether a recorded erasure includes this one.</summary>
    public static bool Took(DataErased erased, CasePerson? person, ErasedData what) =>
        (erased.Of == person || erased.Of is null) && (erased.What == ErasedData.Texts || what == ErasedData.Reporter);

    /// <summary>
    /// Whether data of a person is gone without an event that records it: the process ended between the private part
    /// and the event.
    /// </summary>
    public static bool WasCutOff(CaseFile file, CasePerson person, ErasedData what)
    {
        bool IsSaid(CaseEvent e, ErasedData kind) =>
            file.Events.Skip(e.Number).Any(later => later.What is DataErased erased && Took(erased, person, kind));
        bool IsReached(CaseEvent? e) => e?.What is CaseReported { Anonymous: false } or ContactChanged { Reachable: true };
        var contact = person.Part is PersonPart.Colleague or PersonPart.Participant ? null : file.Events.LastOrDefault(e => e.What switch
        {
            CaseReported => person.Part == PersonPart.Reporter,
            ContactChanged changed => changed.Follower == person.Follower,
            _ => false,
        });
        return (IsReached(contact) && ContactOf(file.Private, person) is null && !IsSaid(contact!, ErasedData.Reporter))
            || (what == ErasedData.Texts && file.Events.Any(e => e.Texts is { } hashes && Goes(file, e.Number, person)
                && hashes.Keys.Any(name => file.Text(e.Text(name)) is null) && !IsSaid(e, ErasedData.Texts)));
    }

    /// <summary>Returns the private part without one person's data, or everybody's except the followers'.</summary>
    public static PrivateCase Without(CaseFile file, PrivateCase held, CasePerson? person, ErasedData what)
    {
        var texts = what == ErasedData.Texts ? held.Texts.Where(t => !Goes(file, t.Key, person)).ToDictionary() : held.Texts;
        if (person is null)
        {
            return held with
            {
                Reporter = null,
                Secrets = held.Secrets.Where(secret => HasOwnTerm(secret.Key)).ToDictionary(),
                Addresses = new Dictionary<string, EmailAddress>(),
                Texts = texts,
            };
        }

        var without = person.Part switch
        {
            PersonPart.Colleague => held.WithoutAddress(person.AddressName ?? ""),
            PersonPart.Participant => held.WithParticipant(person.Follower ?? 0, participant: null),
            _ => held.WithContact(person.Follower, null),
        };
        return without.WithoutSecret(CodeOf(person)) with { Texts = texts };
    }

    /// <summary>
    /// Whether an erasure removes the texts of an event. The reporter's erasure includes all texts of the case except
    /// those of followers and participants, which are their own and have a term of their own.
    /// </summary>
    private static bool Goes(CaseFile file, int number, CasePerson? person) => person?.Part switch
    {
        null or PersonPart.Reporter =>
            EventOf(file, number) is not ({ What: CaseJoined } or { By.Role: ActorRole.Participant }),
        _ => EventOf(file, number) is { } e && WroteIt(e, person),
    };

    private static CaseEvent? EventOf(CaseFile file, int number) =>
        number <= file.Events.Count ? file.Events[number - 1] : null;

    private static bool WroteIt(CaseEvent e, CasePerson person) => person.Part switch
    {
        PersonPart.Reporter => e.By.Role == ActorRole.Reporter && e.What is not CaseJoined,
        PersonPart.Follower => e.What is CaseJoined joined && joined.Follower == person.Follower,
        PersonPart.Participant => e.By.Role == ActorRole.Participant
            && e.What is IExperimentChange change && change.Experiment == person.Follower,
        _ => false,
    };

    /// <summary>Whether a secret is of a follower or a participant, whose data has a term of its own.</summary>
    private static bool HasOwnTerm(string secret) =>
        secret.StartsWith($"{ProtectedSecrets.FollowCode}.", StringComparison.Ordinal)
        || secret.StartsWith($"{ProtectedSecrets.ExperimentLink}.", StringComparison.Ordinal);

    private static string CodeOf(CasePerson person) => person.Part switch
    {
        PersonPart.Colleague => "",
        PersonPart.Participant => ProtectedSecrets.ExperimentLinkOf(person.Follower ?? 0),
        _ => ProtectedSecrets.FollowCodeOf(person.Follower),
    };
}
