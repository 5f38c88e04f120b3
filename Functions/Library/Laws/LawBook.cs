using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.Laws;

/// <summary>
/// The public record of each law: what is published on it, with whose it is by the catalogue. A law has a page while
/// an item names it, or while the catalogue knows it, so that an address stays when its last item is withdrawn.
/// </summary>
public sealed class LawBook(LibraryCache shelf, IKnownLaws known, IOptions<SiteOptions> site) : ILawPages
{
    public string? PathOf(RuleReference rule) =>
        LawId.Of(rule) is { } id && (shelf.Current.Laws.Find(id) is not null || known.Find(id) is not null)
            ? SiteRoutes.Law(id) : null;

    /// <summary>Returns a law with the items on it; null when neither the library nor the catalogue knows it.</summary>
    public PublishedLaw? Find(LibraryView view, string id) => view.Laws.Find(id)
        ?? (known.Find(id) is { } law ? new PublishedLaw(law.Id, law.CitationTitle, law.BwbId, []) : null);

    /// <summary>Returns the records of all laws that an item names, without the items.</summary>
    public IReadOnlyList<LawResponse> All(LibraryView view) =>
        [.. view.Laws.All.Select(law => Describe(view, law) with { Items = null })];

    /// <summary>Returns the record of a law, with its items.</summary>
    public LawResponse Describe(LibraryView view, PublishedLaw law)
    {
        var entry = known.Find(law.Id);
        var answers = law.Items.OfType<LibraryAnswer>().ToList();
        var cases = law.Items.OfType<PublishedCase>().ToList();
        var articles = ArticlesOf(law);
        return new LawResponse
        {
            Id = law.Id,
            Uri = new Uri(site.Value.Address, SiteRoutes.Law(law.Id)),
            CitationTitle = law.CitationTitle,
            BwbId = law.BwbId,
            Source = LawId.SourceOf(law.BwbId),
            Owners = entry?.Owners ?? [.. answers.SelectMany(answer => answer.Ministries).Distinct().Order()],
            OwnersElsewhere = entry is { OwnersElsewhere.Count: > 0 } ? string.Join(", ", entry.OwnersElsewhere) : null,
            ExecutiveBodies = entry?.ExecutiveBodies
                ?? [.. answers.Select(answer => answer.ExecutiveBody).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)],
            CheckedOn = articles.Select(article => article.CheckedOn).Append(entry?.CheckedOn).Max(),
            Cases = cases.Count,
            Factsheets = law.Items.OfType<Factsheet>().Count(),
            Experiments = law.Items.OfType<Experiment>().Count(),
            Articles = articles,
            Outcomes = [.. answers.GroupBy(answer => answer.Outcome).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
                .Select(group => new LawOutcomeResponse(group.Key, group.Count()))],
            Questions = [.. cases.SelectMany(one => one.Questions).GroupBy(question => question.Ministry).OrderBy(group => group.Key)
                .Select(group => new LawQuestionsResponse(
                    group.Key, group.Count(), group.Count(question => question.AnsweredOn is not null)))],
            Effect = EffectOf(cases, answers.Sum(answer => view.SharedBy(answer).Organisations)),
            ModifiedAt = law.Items.Select(item => (DateTimeOffset?)item.ModifiedAt)
                .Concat(view.Gone(item => item.Laws.Contains(law.Id), law.Items.Contains).Select(item => (DateTimeOffset?)item.At)).Max(),
            Items = [.. law.Items.Select(item => ItemOf(law, item))],
        };
    }

    private static List<LawArticleResponse> ArticlesOf(PublishedLaw law) =>
        [.. law.Items.SelectMany(law.CitationsIn).GroupBy(rule => string.IsNullOrWhiteSpace(rule.Article) ? null : rule.Article)
            .Select(group => new LawArticleResponse(group.Key, group.Max(rule => rule.CheckedOn), group.Count()))
            .OrderByDescending(article => article.Items).ThenBy(article => article.Article, StringComparer.CurrentCulture)];

    /// <summary>Counts the last answer of each case; what could reveal a person is hidden, as in the figures.</summary>
    private static LawEffectResponse EffectOf(List<PublishedCase> cases, int organisations)
    {
        var last = cases.Where(one => one.Effects.Count > 0).Select(one => one.Effects.MaxBy(effect => effect.Moment)!.Noticed).ToList();
        int[] numbers =
        [
            last.Count(noticed => noticed == EffectNoticed.Yes), last.Count(noticed => noticed == EffectNoticed.Partly),
            last.Count(noticed => noticed == EffectNoticed.No),
        ];
        var hidden = SmallCountSuppression.Hidden(numbers, SmallCountSuppression.Smallest);
        return new LawEffectResponse(
            hidden[0] ? null : numbers[0], hidden[1] ? null : numbers[1], hidden[2] ? null : numbers[2],
            SmallCountSuppression.IsSmall(organisations, SmallCountSuppression.Smallest) ? null : organisations);
    }

    private LawItemResponse ItemOf(PublishedLaw law, LibraryItem item) => new()
    {
        Id = item.Id,
        Kind = item.Kind,
        Title = item.Title,
        Uri = new Uri(site.Value.Address, item.Path),
        Articles = [.. law.CitationsIn(item).Select(rule => rule.Article).OfType<string>().Distinct()],
        Outcome = (item as LibraryAnswer)?.Outcome,
        Result = (item as Experiment)?.Result,
        ModifiedAt = item.ModifiedAt,
    };
}
