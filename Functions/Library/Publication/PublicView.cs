using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Publication;

/// <summary>
/// Makes the public item of a case, from the texts that were written for the public and from dates and fixed lists. It
/// reads no other text.
/// </summary>
internal static class PublicView
{
    private const string ByDesk = "RegelLoket";

    /// <summary>
    /// Returns the item for the library: the last published version, whatever was drafted since. Of a case that was
    /// reopened since it is the standing item, which says that it is looked at again. Null when the case is not
    /// published, or when no item is left and its text was erased or the case was reopened.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="standing">The current item, since the public text outlives the texts and the outcome of the case.</param>
    public static PublishedCase? Of(CaseFile file, PublishedCase? standing) =>
        SharedOf(file) is not { } shared ? null
        : file.State.Outcome is not { } outcome || outcome.At > shared.DraftedAt
            ? standing is null || ReopeningAfter(shared, file) is not { } reopening ? null : standing with
            {
                LookedAtAgainSince = WorkingDays.DayOf(reopening.At),
                ModifiedAt = reopening.At,
                CaseVersion = VersionOf(file),
            }
        : (TextOf(file, shared) ?? TextOf(standing, shared)) is { } text
            ? Compose(file, text, file.Events.First(e => e.What is CasePublished).At,
                file.Events.Last(e => e.What is CasePublished or EffectAnswered or PublicationReviewed).At)
            : null;

    /// <summary>Returns the newest reopening since a text was written, which it therefore does not know of.</summary>
    private static CaseEvent? ReopeningAfter(CasePublication shared, CaseFile file) =>
        file.Events.LastOrDefault(e => e.What is CaseReopened && e.Number > shared.EventNumber);

    /// <summary>
    /// Returns the newest version as it would be published today; null when there is none or a text was erased.
    /// </summary>
    public static PublishedCase? Draft(CaseFile file, DateTimeOffset now) =>
        file.State is { Publication: { } publication, Outcome: not null } && TextOf(file, publication) is { } text
            ? Compose(file, text, now, now) : null;

    /// <summary>Returns an unsaved text as it would be published today; null before there is an outcome.</summary>
    public static PublishedCase? Preview(CaseFile file, PublicationRequest input, DateOnly reviewBefore, DateTimeOffset now) =>
        file.State.Outcome is null ? null : Compose(
        file,
        new PublicWording(
            TextSanitizer.CleanLine(input.Title), TextSanitizer.Clean(input.Problem), TextSanitizer.Clean(input.RuleSays),
            TextSanitizer.Clean(input.WhatYouMay), input.Themes ?? file.State.Themes,
            file.State.Branche, input.ShowRegion ? file.State.Region : null, input.Size,
            TextSanitizer.CleanLine(input.FrontRunner),
            reviewBefore),
        now, now);

    /// <summary>Returns the number of the newest event that an item shows; any other event changes no item.</summary>
    internal static int VersionOf(CaseFile file) => file.Events.LastOrDefault(e => IsShown(e.What, file.State))?.Number ?? 0;

    /// <summary>
    /// Names what <see cref="Compose"/> and the steps of the case are made of. What others answered on the effect counts
    /// from the moment at which enough of them answered to say it.
    /// </summary>
    private static bool IsShown(CaseChange change, CaseState state) => change is CaseReported or ContextAnalysed
        or StatementApproved or CaseEscalated or MinistryAnswered or MinistryNotOurs or OutcomeDetermined or CaseReopened
        or CasePublished or PublicationReviewed or EffectAnswered
        || (change is FollowerEffectAnswered && PublicTally.Of(EffectTally.Of(state)) is not null);

    private static CasePublication? SharedOf(CaseFile file)
    {
        if (file.State.Publication is not { IsPublic: true } newest)
        {
            return null;
        }

        if (!newest.IsPublicInAnOlderVersion)
        {
            return newest;
        }

        var shared = file.Events.Last(e => e.What is CasePublished).Number;
        var then = file.Events.Take(shared)
            .Aggregate(new CaseState { Number = file.Number }, (state, e) => state.After(e)).Publication!;
        return file.Events.Skip(shared).Select(e => e.What).OfType<PublicationReviewed>().LastOrDefault() is { } reviewed
            ? then with { ReviewBefore = reviewed.ReviewBefore } : then;
    }

    private static PublicWording? TextOf(CaseFile file, CasePublication publication) =>
        file.Text(publication.Text(TextNames.PublicTitle)) is { } title
            && file.Text(publication.Text(TextNames.PublicProblem)) is { } problem
        && file.Text(publication.Text(TextNames.PublicRule)) is { } rule
            && file.Text(publication.Text(TextNames.PublicSolution)) is { } solution
            ? new(title, problem, rule, solution, publication.Themes, publication.Branche, publication.Region,
                publication.Size,
                publication.FrontRunner, publication.ReviewBefore)
            : null;

    private static PublicWording? TextOf(PublishedCase? item, CasePublication publication) => item is null ? null : new(
        item.Title, item.Problem, item.RuleSays, item.WhatYouMay, item.Themes, publication.Branche, item.Region, item.Size,
        item.FrontRunners is [var runner, ..] ? runner : null, publication.ReviewBefore);

    private static PublishedCase Compose(CaseFile file, PublicWording text, DateTimeOffset publishedAt, DateTimeOffset modifiedAt)
    {
        var outcome = file.State.Outcome!;
        IReadOnlyList<RuleReference> rules = outcome.Rule is { } decisive ? [decisive] : file.State.Context?.Rules ?? [];
        return new PublishedCase
        {
            Id = PublishedCase.IdOf(file.Number),
            Number = file.Number,
            Title = text.Title,
            Problem = text.Problem,
            RuleSays = text.RuleSays,
            WhatYouMay = text.WhatYouMay,
            Outcome = outcome.Kind,
            Themes = text.Themes,
            Branches = [text.Branche],
            Region = text.Region,
            Size = text.Size,
            FrontRunners = text.FrontRunner is { Length: > 0 } runner ? [runner] : [],
            Ministries = [.. file.State.Requests.Select(r => r.Ministry).Concat(file.State.Context?.Ministries ?? [])
                .Distinct()],
            Rules = [.. rules.Select(PublicRule.Of)],
            ReviewBefore = text.ReviewBefore,
            PublishedAt = publishedAt,
            ModifiedAt = modifiedAt,
            Trail = [.. TrailOf(file)],
            Questions = [.. file.State.Requests.Select(QuestionOf)],
            Effects =
            [
                .. file.State.Effects.Where(e => e.Noticed is not null)
                    .Select(e =>
                        new PublicEffect(e.Moment, e.Noticed!.Value) { On = e.AnsweredAt is { } at ? WorkingDays.DayOf(at)
                        : null }),
            ],
            Tally = PublicTally.Of(EffectTally.Of(file.State)),
            CaseVersion = VersionOf(file),
        };
    }

    private static PublicQuestion QuestionOf(MinistryRequest request) => new(
        request.Ministry, WorkingDays.DayOf(request.AskedAt),
        request is { Status: RequestStatus.Answered or RequestStatus.NotOurs, EndedAt: { } at } ? WorkingDays.DayOf(at) : null);

    /// <summary>Returns the steps as shown to the public: without people's names, with a ministry's own.</summary>
    private static IEnumerable<TrailStep> TrailOf(CaseFile file)
    {
        var (asked, shared) = (false, false);
        foreach (var e in file.Events)
        {
            var day = WorkingDays.DayOf(e.At);
            if (e.What is OutcomeDetermined own && !asked)
            {
                // Most questions never reach a ministry, which is a fact worth showing too.
                yield return new TrailStep("Vraag", day, ByDesk, "We hoefden geen ministerie iets te vragen.");
                yield return new TrailStep("Antwoord", day, ByDesk, own.Rule is { } rule ? "Het antwoord staat in de regel: "
                    + $"{rule.CitationTitle}." : "We vonden het antwoord zelf.");
            }

            asked |= e.What is CaseEscalated or OutcomeDetermined;
            var first = e.What is CasePublished && !shared;
            shared |= first;
            var step = e.What switch
            {
                CaseReported => ("Melding", "De sector", "Iemand uit de sector meldde dat een regel in de weg zit."),
                ContextAnalysed => ("Uitgezocht", ByDesk, "We zochten uit waar de regel vandaan komt."),
                StatementApproved => ("Probleem", ByDesk, "Twee analisten stelden vast wat het probleem is."),
                CaseEscalated escalated =>
                    ("Vraag", ByDesk, $"We legden het voor aan {List(escalated.Requests.Select(r => r.Ministry))}."),
                MinistryAnswered answered => ("Antwoord", $"Ministerie van {answered.Ministry.Label()}", answered.Late ? "Het "
                    + "ministerie gaf antwoord, later dan afgesproken." : "Het ministerie gaf antwoord."),
                MinistryNotOurs other =>
                    ("Antwoord", $"Ministerie van {other.Ministry.Label()}", "Het ministerie liet weten dat de "
                    + "regel niet van hem is."),
                OutcomeDetermined decided => ("Besluit", ByDesk, $"De uitkomst: {decided.Outcome.Label()}."),
                CaseReopened => ("Heropend", ByDesk, "We namen de zaak opnieuw in behandeling."),
                CasePublished when first => ("Gedeeld", ByDesk, "We deelden de oplossing met de sector."),
                CasePublished => ("Bijgewerkt", ByDesk, "We werkten de tekst bij."),
                _ => ((string, string, string)?)null,
            };
            if (step is var (name, by, what))
            {
                yield return new TrailStep(name, day, by, what);
            }
        }
    }

    private static string List(IEnumerable<Ministry> ministries)
    {
        var names = ministries.Select(m => m.Label()).ToList();
        return names.Count == 1 ? $"het ministerie van {names[0]}"
            : $"de ministeries {string.Join(", ", names[..^1])} en {names[^1]}";
    }

    /// <summary>The texts that were written for the public, and the properties of the case shown with them.</summary>
    private sealed record PublicWording(
        string Title, string Problem, string RuleSays, string WhatYouMay, IReadOnlyList<Theme> Themes, Branche Branche,
        string? Region,
        OrganisationSize? Size, string? FrontRunner, DateOnly ReviewBefore);
}
