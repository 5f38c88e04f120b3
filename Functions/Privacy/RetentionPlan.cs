using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>One thing that is due for erasure.</summary>
public sealed record RetentionStep(CaseNumber Number, ErasedData What, DateOnly DueOn);

/// <summary>What is due today. Pure: a dry run and the real run ask the same.</summary>
public static class RetentionPlan
{
    public static IReadOnlyList<RetentionStep> DueOn(DateOnly today, IEnumerable<RetentionFacts> cases, RetentionOptions terms)
    {
        var all = cases.ToList();
        var known = all.DistinctBy(c => c.Number).ToDictionary(c => c.Number);
        return [.. all.Select(c => StepFor(c with { EndedOn = EndOf(c, known) }, terms)).OfType<RetentionStep>()
            .Where(step => step.DueOn <= today)];
    }

    /// <summary>A merged case is over when its main case is; null while that one is open, or was not read yet.</summary>
    private static DateOnly? EndOf(RetentionFacts facts, Dictionary<CaseNumber, RetentionFacts> known) =>
        facts.MergedInto is not { } main ? facts.EndedOn
        : known.GetValueOrDefault(main)?.EndedOn is { } ended ? new[] { ended, facts.EndedOn }.Max()
        : null;

    /// <summary>Erasing the texts erases the reporter too, so that a case that is due for both is done once.</summary>
    private static RetentionStep? StepFor(RetentionFacts facts, RetentionOptions terms)
    {
        if (facts.EndedOn is not { } ended)
        {
            return null;
        }

        var reporter = ended.AddDays(terms.ReporterDays);
        var texts = ended.AddDays(terms.TextDays);
        return (facts.HoldsReporter, facts.HoldsTexts) switch
        {
            (true, true) when texts <= reporter => new RetentionStep(facts.Number, ErasedData.Texts, texts),
            (true, _) => new RetentionStep(facts.Number, ErasedData.Reporter, reporter),
            (false, true) => new RetentionStep(facts.Number, ErasedData.Texts, texts),
            _ => null,
        };
    }
}
