using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>Reads and fills the outcome form; its fields have the names of the API.</summary>
public static class OutcomeFormFields
{
    /// <summary>The checkbox that the rule was looked up on the day on which the form is sent.</summary>
    internal const string CheckedToday = "regel.vandaagNagekeken";

    /// <summary>The outcome whose fields the form showed: one that was chosen since is shown first, and recorded afterwards.</summary>
    internal const string ShownFor = "getoond";

    /// <summary>The outcome that the form is for: the one chosen, or "het kan al".</summary>
    public static OutcomeKind KindOf(FormState form) =>
        EnumNames.TryParseSlug<OutcomeKind>(form.Value("uitkomst"), out var kind)
            && OutcomeTemplate.Choices.Contains(kind) ? kind
            : OutcomeKind.HetKanAl;

    /// <summary>Reads the form on a day.</summary>
    public static OutcomeRequest Read(FormState form, DateOnly today) => new()
    {
        Outcome = KindOf(form),
        ReporterText = form.Value("tekstVoorMelder"),
        Reason = form.Value("reden"),
        Rule = new OutcomeRuleRequest
        {
            CitationTitle = form.Value("regel.citeertitel"),
            Article = form.Value("regel.artikel"),
            BwbId = form.Value("regel.bwbId"),
            CheckedOn = form.Has(CheckedToday, "ja") ? today : form.Day("regel.gecontroleerdOp"),
        },
        RuleSays = form.Value("watZegtDeRegel"),
        WhatYouMay = form.Value("watMagJe"),
        ConfirmedBy = form.Value("bevestigdDoor"),
        ConfirmedOn = form.Day("bevestigdOp"),
        RuleBefore = form.Value("wasZo"),
        RuleAfter = form.Value("wordtZo"),
        PublishedIn = form.Value("gepubliceerdIn"),
        HoldsFrom = form.Day("geldtVanaf"),
        HoldsUntil = form.Day("geldtTot"),
        ReferredTo = form.Value("verwezenNaar"),
    };

    /// <summary>The text that was typed for another outcome and has no field now: it goes along unseen, so that nothing is lost.</summary>
    internal static IEnumerable<(string Name, string Value)> Unseen(FormState form) =>
        form.Filled.Where(field => PartOf(field.Name) is { } part && !OutcomeTemplate.Of(KindOf(form)).ShowsAnyOf(part));

    /// <summary>The parts to which a field belongs; null for one that every outcome has.</summary>
    private static OutcomeParts? PartOf(string name) => name switch
    {
        "watZegtDeRegel" => OutcomeParts.RuleSays,
        "watMagJe" => OutcomeParts.WhatYouMay,
        "wasZo" or "wordtZo" or "gepubliceerdIn" => OutcomeParts.Change,
        "geldtVanaf" => OutcomeParts.Change | OutcomeParts.Term,
        "geldtTot" => OutcomeParts.Term,
        "verwezenNaar" => OutcomeParts.ReferredTo,
        "bevestigdDoor" or "bevestigdOp" => OutcomeParts.Confirmation,
        _ => name.StartsWith("regel.", StringComparison.Ordinal) ? OutcomeParts.Rule : null,
    };
}
