using RegelLoket.Cases;
using RegelLoket.Library.Laws;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>Writes laws as rows: the same fields as in JSON, with lists separated by semicolons.</summary>
internal static class LawTable
{
    private static readonly string[] Header =
    [
        "id", "citeertitel", "uri", "bwbId", "url", "ministeries", "eigenaarElders", "uitvoerders", "gecontroleerdOp",
        "aantalCasussen", "aantalFactsheets", "aantalExperimenten", "perArtikel", "perUitkomst", "vragenAanMinisteries",
        "merktHet", "merktHetDeels", "merktHetNiet", "organisaties", "gewijzigdOp",
    ];

    public static byte[] Write(IEnumerable<LawResponse> laws) => Csv.Write(Header, laws.Select(Row));

    private static object?[] Row(LawResponse law) =>
    [
        law.Id, law.CitationTitle, law.Uri.AbsoluteUri, law.BwbId, law.Source?.AbsoluteUri,
        string.Join("; ", law.Owners.Select(owner => owner.Slug())), law.OwnersElsewhere, string.Join("; ", law.ExecutiveBodies),
        law.CheckedOn, law.Cases, law.Factsheets, law.Experiments,
        string.Join("; ", law.Articles.Select(article => $"{article.Article ?? "hele regel"}: {article.Items}")),
        string.Join("; ", law.Outcomes.Select(outcome => $"{outcome.Outcome.Slug()}: {outcome.Items}")),
        string.Join("; ", law.Questions.Select(asked => $"{asked.Ministry.Slug()}: {asked.Asked} gesteld, {asked.Answered} beantwoord")),
        law.Effect.Noticed, law.Effect.Partly, law.Effect.NotNoticed, law.Effect.Organisations, law.ModifiedAt,
    ];
}
