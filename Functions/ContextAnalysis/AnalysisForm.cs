using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis;

/// <summary>Maps the context analysis to a form and back.</summary>
public static class AnalysisForm
{
    /// <summary>The checkbox that the rule was checked on the day on which the form is sent.</summary>
    internal const string CheckedToday = "vandaagNagekeken";

    /// <summary>The executive bodies.</summary>
    internal const string Bodies = "uitvoerders";

    /// <summary>The expected outcome.</summary>
    internal const string Expected = "verwachteUitkomst";

    /// <summary>The themes of the case, which the reporter may not have known.</summary>
    internal const string Themes = "themas";

    /// <summary>
    /// The button that fills in a suggested rule, by its id in the catalogue, without recording anything.
    /// </summary>
    internal const string TakeOver = "neemOver";

    /// <summary>The number of empty lines for rules below the filled ones.</summary>
    private const int SpareRules = 1;

    private const int MaximumRules = 20;

    private static readonly string[] RuleFields = ["citeertitel", "artikel", "bwbId", "gecontroleerdOp", CheckedToday];

    /// <summary>Returns the form for a case: the recorded analysis, or empty.</summary>
    public static FormState StartFor(CaseFile file)
    {
        var form = new FormState().With(Themes, [.. file.State.Themes.Select(theme => theme.Slug())]);
        if (file.State.Context is not { } context)
        {
            return form;
        }

        form.With("bron", context.Source.Slug())
            .With("ministeries", [.. context.Ministries.Select(m => m.Slug())])
            .With(Bodies, [.. context.ExecutiveBodies])
            .With(Expected, context.Expected?.Slug())
            .With("toelichting", file.Text(context.Explanation));
        for (var i = 0; i < context.Rules.Count; i++)
        {
            var rule = context.Rules[i];
            form.With($"regels[{i}].citeertitel", rule.CitationTitle)
                .With($"regels[{i}].artikel", rule.Article)
                .With($"regels[{i}].bwbId", rule.BwbId)
                .With($"regels[{i}].gecontroleerdOp", rule.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return form;
    }

    /// <summary>Returns the number of lines for rules: the filled ones and a spare one.</summary>
    public static int LinesFor(FormState form) =>
        Math.Min(MaximumRules, Enumerable.Range(0, MaximumRules).LastOrDefault(i => IsFilled(form, i), -1) + 1 + SpareRules);

    /// <summary>
    /// Returns the posted form without empty lines between the rules, so that an error is shown at its own line.
    /// </summary>
    public static FormState Pack(FormState posted)
    {
        var packed = new FormState();
        foreach (var name in posted.Names.Where(name => !name.StartsWith("regels[", StringComparison.Ordinal)))
        {
            packed.With(name, [.. posted.Values(name)]);
        }

        var line = 0;
        foreach (var i in Enumerable.Range(0, MaximumRules).Where(i => IsFilled(posted, i)))
        {
            foreach (var field in RuleFields)
            {
                packed.With($"regels[{line}].{field}", posted.Value($"regels[{i}].{field}"));
            }

            line++;
        }

        return packed;
    }

    /// <summary>Parses the command from a packed form on a day.</summary>
    public static AnalyseContext Read(FormState form, DateOnly today) => new()
    {
        Source = form.Value("bron"),
        Rules = [.. Enumerable.Range(0, MaximumRules).Where(i => IsFilled(form, i)).Select(i => RuleOf(form, i, today))],
        Ministries = form.Values("ministeries"),
        ExecutiveBodies = form.Values(Bodies),
        Expected = form.Value(Expected),
        Themes = form.Values(Themes),
        Explanation = form.Value("toelichting"),
    };

    /// <summary>
    /// Fills in a rule of the catalogue: law, article, source, owners, executive bodies and usual outcome. Existing
    /// input remains, and a rule that is in the form already is not added again.
    /// </summary>
    public static void Take(FormState form, Rule rule)
    {
        var article = rule.Articles is [var first, ..] ? first : "";
        var line = Enumerable.Range(0, MaximumRules)
            .FirstOrDefault(i => !IsFilled(form, i) || IsSame(form, i, rule, article), -1);
        if (line >= 0)
        {
            form.With($"regels[{line}].citeertitel", rule.CitationTitle)
                .With($"regels[{line}].artikel", article)
                .With($"regels[{line}].bwbId", rule.BwbId)
                .With($"regels[{line}].gecontroleerdOp", Days.Write(rule.CheckedOn));
        }

        form.With("bron", form.Value("bron") is { Length: > 0 } source ? source : rule.Source.Slug())
            .With("ministeries", [.. form.Values("ministeries").Union(rule.Ministries.Select(ministry => ministry.Slug()))])
            .With(Bodies, [.. form.Values(Bodies).Union(rule.ExecutiveBodies)])
            .With(Expected, form.Value(Expected) is { Length: > 0 } expected ? expected : rule.UsualOutcome.Slug());
    }

    private static bool IsSame(FormState form, int i, Rule rule, string article) =>
        form.Value($"regels[{i}].citeertitel") == rule.CitationTitle && form.Value($"regels[{i}].artikel") == article;

    private static bool IsFilled(FormState form, int i) =>
        RuleFields.Take(3).Any(field => form.Value($"regels[{i}].{field}").Length > 0);

    private static AnalysedRule RuleOf(FormState form, int i, DateOnly today) => new()
    {
        CitationTitle = form.Value($"regels[{i}].citeertitel"),
        Article = form.Value($"regels[{i}].artikel"),
        BwbId = form.Value($"regels[{i}].bwbId"),
        CheckedOn = form.Has($"regels[{i}].{CheckedToday}", "ja") ? today : form.Day($"regels[{i}].gecontroleerdOp"),
    };
}
