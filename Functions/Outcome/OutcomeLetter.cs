using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>The outcome as the reporter reads it, in the preview, on the status page and in the mail.</summary>
public sealed record OutcomeLetter
{
    private const string AboutTheRule = "Om welke regel gaat het?";

    [JsonIgnore]
    public OutcomeKind Outcome { get; init; }

    /// <summary>The rule of the outcome; null when it has none.</summary>
    [JsonIgnore]
    public RuleReference? Rule { get; init; }

    [JsonPropertyName("kop")]
    public required string Heading { get; init; }

    [JsonPropertyName("opening")]
    public required string Opening { get; init; }

    /// <summary>The analyst's text to the reporter.</summary>
    [JsonPropertyName("tekst")]
    public required string Text { get; init; }

    [JsonPropertyName("onderdelen")]
    public required IReadOnlyList<LetterPart> Parts { get; init; }

    /// <summary>The parts without the one that cites the rule.</summary>
    [JsonIgnore]
    public IEnumerable<LetterPart> Explanations => Parts.Where(part => part.Heading != AboutTheRule);

    [JsonPropertyName("watNu")]
    public required string NextStep { get; init; }

    /// <summary>The last day on which the reporter may dispute the outcome.</summary>
    [JsonPropertyName("reagerenTotEnMet")]
    public DateOnly? DisputeBefore { get; init; }

    /// <summary>Returns the letter of a case; null when the case has no outcome that is shown to a reporter.</summary>
    public static OutcomeLetter? Of(CaseFile file) =>
        file.State.Outcome is not { Kind: not OutcomeKind.Ingetrokken } outcome ? null
        : Compose(outcome.Kind, name => file.Text(outcome.Text(name)), outcome.Rule, outcome.ConfirmedOn, outcome.PublishedIn,
            outcome.HoldsFrom, outcome.HoldsUntil, outcome.DisputeBefore);

    /// <summary>Returns the letter as shown on a day, without the last day to dispute it once that is past.</summary>
    public static OutcomeLetter? Of(CaseFile file, DateOnly today) => Of(file) is { } letter
        ? letter with { DisputeBefore = file.State.MayBeDisputed(today) ? letter.DisputeBefore : null } : null;

    /// <summary>Returns a preview of the letter from the analyst's input so far; null without an outcome.</summary>
    public static OutcomeLetter? Preview(OutcomeRequest input, DateOnly disputeBefore) =>
        input.Outcome is not { } kind || !OutcomeTemplate.Choices.Contains(kind) ? null
        : Compose(kind, name => TextSanitizer.Clean(name switch
        {
            TextNames.ReporterText => input.ReporterText,
            TextNames.RuleSays => input.RuleSays,
            TextNames.WhatYouMay => input.WhatYouMay,
            TextNames.ConfirmedBy => input.ConfirmedBy,
            TextNames.RuleBefore => input.RuleBefore,
            TextNames.RuleAfter => input.RuleAfter,
            _ => input.ReferredTo,
        }), input.Rule is { CitationTitle.Length: > 0 } rule
            ? new RuleReference(rule.BwbId, rule.CitationTitle, rule.Article, Readable(rule.CheckedOn)) : null,
            Readable(input.ConfirmedOn), input.PublishedIn, Readable(input.HoldsFrom), Readable(input.HoldsUntil),
            disputeBefore);

    /// <summary>Returns a day as typed; null when it is unreadable.</summary>
    private static DateOnly? Readable(DateOnly? day) => day == DateOnly.MinValue ? null : day;

    /// <summary>Returns the citation of the rule: "Wet BIG, artikel 35".</summary>
    public static string Cite(RuleReference rule) => rule.Article switch
    {
        null or "" => rule.CitationTitle,
        var article when article.StartsWith("art", StringComparison.OrdinalIgnoreCase) || article.StartsWith('§') =>
            $"{rule.CitationTitle}, {article}",
        var article => $"{rule.CitationTitle}, artikel {article}",
    };

    private static OutcomeLetter Compose(
        OutcomeKind kind, Func<string, string?> text, RuleReference? rule, DateOnly? confirmedOn, string? publishedIn,
        DateOnly? from,
        DateOnly? until, DateOnly? disputeBefore)
    {
        var template = OutcomeTemplate.Of(kind);
        var parts = new List<LetterPart>();

        void Add(OutcomeParts part, string heading, string? content)
        {
            if (!string.IsNullOrWhiteSpace(content) && (template.Shown & part) != 0)
            {
                parts.Add(new LetterPart(heading, content));
            }
        }

        Add(OutcomeParts.Rule, AboutTheRule, rule is null ? null : Cite(rule)
            + (rule.CheckedOn is { } day ? $". Nagekeken op {DutchDates.Short(day)}." : ". Nog niet nagekeken."));
        Add(OutcomeParts.RuleSays, kind == OutcomeKind.BewustZo ? "Waarom is de regel zo?"
            : "Wat zegt de regel echt?", text(TextNames.RuleSays));
        Add(OutcomeParts.WhatYouMay, "Wat mag je doen?", text(TextNames.WhatYouMay));
        Add(OutcomeParts.Change, "Zo was het", text(TextNames.RuleBefore));
        Add(OutcomeParts.Change, "Zo wordt het", text(TextNames.RuleAfter));
        Add(OutcomeParts.Change, "Waar staat dat?", publishedIn);
        Add(OutcomeParts.Change | OutcomeParts.Term, "Vanaf en tot wanneer?", (from, until) switch
        {
            ({ } first, { } last) => $"Van {DutchDates.Short(first)} tot en met {DutchDates.Short(last)}.",
            ({ } first, null) => $"Vanaf {DutchDates.Short(first)}.",
            (null, { } last) => $"Tot en met {DutchDates.Short(last)}.",
            _ => null,
        });
        Add(OutcomeParts.ReferredTo, "Waar kun je terecht?", text(TextNames.ReferredTo));
        Add(OutcomeParts.Confirmation, "Wie heeft dit bevestigd?", text(TextNames.ConfirmedBy) is { } who
            ? who + (confirmedOn is { } on ? $", op {DutchDates.Short(on)}." : "") : null);
        return new OutcomeLetter
        {
            Outcome = kind,
            Rule = template.Shows(OutcomeParts.Rule) ? rule : null,
            Heading = kind.Label(),
            Opening = template.Opening,
            Text = text(TextNames.ReporterText) ?? "",
            Parts = parts,
            NextStep = template.NextStep,
            DisputeBefore = disputeBefore,
        };
    }
}
