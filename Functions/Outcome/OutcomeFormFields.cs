using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>Reads and fills the outcome form; its fields have the names of the API.</summary>
public static class OutcomeFormFields
{
    /// <summary>The checkbox that the rule was looked up on the day on which the form is sent.</summary>
    internal const string CheckedToday = "regel.vandaagNagekeken";

    /// <summary>Returns the outcome that the form is for: the chosen one, or "het kan al".</summary>
    public static OutcomeKind KindOf(FormState form) =>
        EnumNames.TryParseSlug<OutcomeKind>(form.Value("uitkomst"), out var kind) && OutcomeTemplate.Choices.Contains(kind) ? kind
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

    /// <summary>Returns an empty form for a case, with the rule from the context analysis.</summary>
    public static FormState StartFor(CaseFile file, string? outcome)
    {
        var form = new FormState().With("uitkomst", EnumNames.TryParseSlug<OutcomeKind>(outcome, out var kind) ? kind.Slug()
            : OutcomeKind.HetKanAl.Slug());
        return file.State.Context?.Rules is not [var rule, ..] ? form : form
            .With("regel.citeertitel", rule.CitationTitle).With("regel.artikel", rule.Article).With("regel.bwbId", rule.BwbId)
            .With("regel.gecontroleerdOp", rule.CheckedOn?.ToString("O", CultureInfo.InvariantCulture));
    }
}
