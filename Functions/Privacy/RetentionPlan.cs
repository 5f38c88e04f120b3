using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Decides what is due for erasure today. Pure, so that a dry run and a real run use the same code.</summary>
public static class RetentionPlan
{
    public static IReadOnlyList<RetentionStep> DueOn(DateOnly today, IEnumerable<RetentionFacts> cases, RetentionOptions terms)
    {
        var all = cases.ToList();
        var known = all.DistinctBy(c => c.Number).ToDictionary(c => c.Number);
        return [.. all.SelectMany(c => StepsFor(c with { EndedOn = EndOf(c, known) }, terms))
            .Where(step => step.DueOn <= today)];
    }

    /// <summary>Returns the end of a case or of its main case; null while that is open or not read yet.</summary>
    private static DateOnly? EndOf(RetentionFacts facts, Dictionary<CaseNumber, RetentionFacts> known) =>
        facts.MergedInto is not { } main ? facts.EndedOn
        : known.GetValueOrDefault(main)?.EndedOn is { } ended ? new[] { ended, facts.EndedOn }.Max()
        : null;

    /// <summary>
    /// Returns the steps that are due. Terms count from the end of the case; a follower's from that follower's own
    /// newest step, where that came later. Colleagues' later texts are kept as long as a person's data, so that work in
    /// progress is not erased.
    /// </summary>
    private static IEnumerable<RetentionStep> StepsFor(RetentionFacts facts, RetentionOptions terms)
    {
        if (facts.EndedOn is not { } ended)
        {
            yield break;
        }

        var texts = ended.AddDays(terms.TextDays);
        var written = facts.WrittenOn > ended ? facts.WrittenOn.Value.AddDays(terms.ReporterDays) : texts;
        if (StepFor(
            facts.Number, facts.HoldsReporter, facts.HoldsTexts, ended.AddDays(terms.ReporterDays), written > texts ? written
            : texts) is { } step)
        {
            yield return step;
        }

        foreach (var follower in facts.Followers)
        {
            var since = follower.Since > ended ? follower.Since : ended;
            if (StepFor(facts.Number, follower.HoldsContact, follower.HoldsTexts, since.AddDays(terms.ReporterDays),
                since.AddDays(terms.TextDays)) is { } own)
            {
                yield return own with { Person = follower.Person };
            }
        }
    }

    /// <summary>
    /// Returns the step that is due for a person or texts; erasing the texts erases the person too, so that both take
    /// one step.
    /// </summary>
    private static RetentionStep? StepFor(
        CaseNumber number, bool holdsPerson, bool holdsTexts, DateOnly person, DateOnly texts) =>
        (holdsPerson, holdsTexts) switch
        {
            (true, true) when texts <= person => new RetentionStep(number, ErasedData.Texts, texts),
            (true, _) => new RetentionStep(number, ErasedData.Reporter, person),
            (false, true) => new RetentionStep(number, ErasedData.Texts, texts),
            _ => null,
        };
}
