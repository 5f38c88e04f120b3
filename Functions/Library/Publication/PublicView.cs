using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Publication;

/// <summary>Makes the public item of a case, from the texts that were written for the public and from dates and fixed lists. It reads no other text.</summary>
internal static class PublicView
{
    /// <summary>The item; null when a text of it was erased.</summary>
    public static PublishedCase? Of(CaseFile file, DateTimeOffset now)
    {
        if (file.State is not { Publication: { PublishedAt: { } published } publication, Outcome: { } outcome }
            || file.Text(publication.Text(TextNames.PublicTitle)) is not { } title || file.Text(publication.Text(TextNames.PublicProblem)) is not { } problem
            || file.Text(publication.Text(TextNames.PublicRule)) is not { } rule || file.Text(publication.Text(TextNames.PublicSolution)) is not { } solution)
        {
            return null;
        }

        IReadOnlyList<RuleReference> rules = outcome.Rule is { } decisive ? [decisive] : file.State.Context?.Rules ?? [];
        return new PublishedCase
        {
            Id = PublishedCase.IdOf(file.Number),
            Number = file.Number,
            Title = title,
            Problem = problem,
            RuleSays = rule,
            WhatYouMay = solution,
            Outcome = outcome.Kind,
            Themes = publication.Themes,
            Branches = [publication.Branche],
            Region = publication.Region,
            Size = publication.Size,
            FrontRunners = publication.FrontRunner is { } runner ? [runner] : [],
            Ministries = [.. file.State.Requests.Select(r => r.Ministry).Concat(file.State.Context?.Ministries ?? []).Distinct()],
            Rules = [.. rules.Select(PublicRule.Of)],
            ReviewBefore = publication.ReviewBefore,
            PublishedAt = file.Events.First(e => e.What is CasePublished).At,
            ModifiedAt = now > published ? published : now,
            Trail = [.. TrailOf(file)],
            Effects = [.. file.State.Effects.Where(e => e.Noticed is not null).Select(e => new PublicEffect(e.Moment, e.Noticed!.Value))],
            CaseVersion = file.State.Version,
        };
    }

    /// <summary>The steps as the public sees them: no names of people, a ministry by its own name.</summary>
    private static IEnumerable<TrailStep> TrailOf(CaseFile file)
    {
        foreach (var e in file.Events)
        {
            var step = e.What switch
            {
                CaseReported => ("Melding", "De sector", "Iemand uit de sector meldde dat een regel in de weg zit."),
                ContextAnalysed => ("Uitgezocht", "RegelLoket", "We zochten uit waar de regel vandaan komt."),
                StatementApproved => ("Probleem", "RegelLoket", "Twee analisten stelden vast wat het probleem is."),
                CaseEscalated escalated => ("Vraag", "RegelLoket", $"We legden het voor aan {List(escalated.Requests.Select(r => r.Ministry))}."),
                MinistryAnswered answered => ("Antwoord", $"Ministerie van {answered.Ministry.Label()}", answered.Late ? "Het ministerie gaf antwoord, later dan afgesproken." : "Het ministerie gaf antwoord."),
                MinistryNotOurs other => ("Antwoord", $"Ministerie van {other.Ministry.Label()}", "Het ministerie liet weten dat de regel niet van hem is."),
                OutcomeDetermined decided => ("Besluit", "RegelLoket", $"De uitkomst: {decided.Outcome.Label()}."),
                CaseReopened => ("Heropend", "RegelLoket", "We namen de zaak opnieuw in behandeling."),
                CasePublished { Version: 1 } => ("Gedeeld", "RegelLoket", "We deelden de oplossing met de sector."),
                CasePublished => ("Bijgewerkt", "RegelLoket", "We werkten de tekst bij."),
                _ => ((string, string, string)?)null,
            };
            if (step is var (name, by, what))
            {
                yield return new TrailStep(name, WorkingDays.DayOf(e.At), by, what);
            }
        }
    }

    private static string List(IEnumerable<Ministry> ministries)
    {
        var names = ministries.Select(m => m.Label()).ToList();
        return names.Count == 1 ? $"het ministerie van {names[0]}" : $"de ministeries {string.Join(", ", names[..^1])} en {names[^1]}";
    }
}
