using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>One thing that is due for erasure.</summary>
public sealed record RetentionStep(CaseNumber Number, ErasedData What, DateOnly DueOn);

/// <summary>What is due today. Pure: a dry run and the real run ask the same.</summary>
public static class RetentionPlan
{
    public static IReadOnlyList<RetentionStep> DueOn(DateOnly today, IEnumerable<RetentionFacts> cases, RetentionOptions terms) =>
        [.. cases.Select(c => StepFor(c, terms)).OfType<RetentionStep>().Where(step => step.DueOn <= today)];

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
