using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>The retention facts of every case. E-mail addresses are stored only as hashes.</summary>
public sealed class RetentionProjection : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, RetentionFacts> cases = new();

    public IReadOnlyList<RetentionFacts> Cases => [.. cases.Values.OrderBy(c => c.Number.Value, StringComparer.Ordinal)];

    public void Apply(CaseFile file) => cases[file.Number] = FactsOf(file);

    /// <summary>Returns the cases of one person: as reporter, as follower, or as a colleague at a ministry.</summary>
    public IReadOnlyList<CaseNumber> Of(EmailAddress person)
    {
        var hash = HashOf(person);
        return [.. Cases.Where(c => c.PersonHashes.Contains(hash)).Select(c => c.Number)];
    }

    internal static RetentionFacts FactsOf(CaseFile file) => new(
        file.Number, EndOf(file), PersonTrace.Holds(file, person: null, ErasedData.Reporter),
        PersonTrace.TextsErased(file, person: null, ErasedData.Texts) > 0,
        [.. PersonTrace.AddressesIn(file.Private).Select(HashOf).Distinct()])
    {
        MergedInto = file.State.MergedInto,
        WrittenOn = DayOf(file.Events.LastOrDefault(e => e.Texts is { Count: > 0 } && e.By.Role != ActorRole.Reporter)),
        Followers = [.. FollowersIn(file), .. ParticipantsIn(file)],
    };

    /// <summary>
    /// Returns the day on which the case ended for its reporter: the newest outcome, withdrawal or message by or to the
    /// reporter. What the desk does after that, such as sharing the outcome or closing the case, does not restart the
    /// term, since the reporter was promised one from the end; so a case that only waits to be shared has ended too.
    /// </summary>
    internal static DateOnly? EndOf(CaseFile file) => HasEnded(file.State) ? DayOf(file.Events.Last(e => IsForTheReporter(e.What))) : null;

    private static bool HasEnded(CaseState state) => !state.IsOpen || state is { Status: CaseStatus.OutcomeKnown, Dispute: null };

    private static bool IsForTheReporter(CaseChange what) => what is CaseReported or CaseMerged or CaseSplitOff or PartTakenBack
        or OutcomeDetermined or OutcomeDisputed or DisputeSettled or CaseWithdrawn or CaseClosedUnanswered
        or ReporterAsked or ReporterWrittenTo or ReporterReplied or EffectAnswered or PublicationAgreed or PublicationObjected
        or ContactChanged { Follower: null } or FollowCodeRenewed { Follower: null } or AttachmentAdded { From: null };

    private static IEnumerable<FollowerFacts> FollowersIn(CaseFile file) =>
        from place in file.State.Followers.Select(follower => follower.Place).Union(file.Private.Followers.Keys)
        let person = CasePerson.Following(place)
        let holdsContact = PersonTrace.Holds(file, person, ErasedData.Reporter)
        let holdsTexts = PersonTrace.TextsErased(file, person, ErasedData.Texts) > 0
        where holdsContact || holdsTexts
        select new FollowerFacts(
            place, DayOf(file.Events.LastOrDefault(e => IsOf(place, e.What))) ?? DateOnly.MinValue, holdsContact,
            holdsTexts);

    private static IEnumerable<FollowerFacts> ParticipantsIn(CaseFile file) =>
        from number in file.State.Experiments.Select(x => x.Number).Union(file.Private.Participants.Keys)
        let person = CasePerson.Participating(number)
        let holdsContact = PersonTrace.Holds(file, person, ErasedData.Reporter)
        let holdsTexts = PersonTrace.TextsErased(file, person, ErasedData.Texts) > 0
        where holdsContact || holdsTexts
        select new FollowerFacts(
            number, DayOf(file.Events.LastOrDefault(e => e.What is IExperimentChange change && change.Experiment == number))
                ?? DateOnly.MinValue, holdsContact, holdsTexts)
        { Person = person };

    private static bool IsOf(int place, CaseChange what) => what switch
    {
        CaseJoined joined => joined.Follower == place,
        ContactChanged changed => changed.Follower == place,
        FollowCodeRenewed renewed => renewed.Follower == place,
        FollowerEffectAnswered answered => answered.Follower == place,
        _ => false,
    };

    private static DateOnly? DayOf(CaseEvent? e) => e is null ? null : WorkingDays.DayOf(e.At);

    private static string HashOf(EmailAddress email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Key)));
}
