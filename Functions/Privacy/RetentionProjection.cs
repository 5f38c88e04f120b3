using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>What retention asks of a case: since when it is over, and what of it is still there.</summary>
public sealed record RetentionFacts(CaseNumber Number, DateOnly? EndedOn, bool HoldsReporter, bool HoldsTexts,
    IReadOnlyList<string> PersonHashes)
{
    /// <summary>The case within which it is handled: it is not over before that one.</summary>
    public CaseNumber? MergedInto { get; init; }
}

/// <summary>Keeps the retention facts of every case. An e-mail address is known by its hash only.</summary>
public sealed class RetentionProjection : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, RetentionFacts> cases = new();

    public IReadOnlyList<RetentionFacts> Cases => [.. cases.Values.OrderBy(c => c.Number.Value, StringComparer.Ordinal)];

    public void Apply(CaseFile file) => cases[file.Number] = FactsOf(file);

    /// <summary>The cases of one person: as reporter, as follower, or as a colleague at a ministry.</summary>
    public IReadOnlyList<CaseNumber> Of(EmailAddress person)
    {
        var hash = HashOf(person);
        return [.. Cases.Where(c => c.PersonHashes.Contains(hash)).Select(c => c.Number)];
    }

    internal static RetentionFacts FactsOf(CaseFile file) => new(
        file.Number, EndOf(file), file.Private is { Reporter: not null } or { Secrets.Count: > 0 } or { Addresses.Count: > 0 }
            or { Followers.Count: > 0 }, file.Private.Texts.Count > 0,
        [.. PersonTrace.AddressesIn(file.Private).Select(HashOf).Distinct()])
    { MergedInto = file.State.MergedInto };

    /// <summary>
    /// The newest event that is not an erasure, a question on the effect, a code that somebody asked for or news of a mail ends a case
    /// that is over.
    /// </summary>
    internal static DateOnly? EndOf(CaseFile file) => file.State.IsOpen ? null
        : WorkingDays.DayOf(file.Events.Last(e => e.What is not (DataErased or EffectAsked or MailRecorded or FollowCodeOffered)).At);

    private static string HashOf(EmailAddress email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Key)));
}
