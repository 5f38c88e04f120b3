using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// What an organisation sees that joined a shared case: the public text, the steps, and its own words. Nothing that the reporter and the
/// desk wrote each other.
/// </summary>
public sealed record FollowerResponse
{
    public required string Volgnummer { get; init; }

    public required string Titel { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset AangeslotenOp { get; init; }

    public required IReadOnlyList<ReportStep> Stappen { get; init; }

    /// <summary>What happens now, in one sentence.</summary>
    public required string WatNu { get; init; }

    /// <summary>The answer as the public reads it; null when it was taken out of the library.</summary>
    public string? Antwoord { get; init; }

    /// <summary>Where the whole text stands.</summary>
    public string? Adres { get; init; }

    /// <summary>With how many organisations it plays, the reporter's own included.</summary>
    public required int Organisaties { get; init; }

    public int? Mensen { get; init; }

    /// <summary>What this organisation wrote.</summary>
    public string? Gevolgen { get; init; }

    public static FollowerResponse Of(FollowedCase followed, PublishedMatch? item)
    {
        var state = followed.File.State;
        var joined = followed.File.Events.First(e => e.What is CaseJoined own && own.Follower == followed.Follower);
        return new FollowerResponse
        {
            Volgnummer = followed.Number.ToString(),
            Titel = item?.Title ?? "Deze zaak staat niet meer in de bibliotheek",
            Status = state.Status.Slug(),
            AangeslotenOp = joined.At,
            Stappen = ReportResponse.StepsOf(followed.File),
            WatNu = item is null ? "De tekst is uit de bibliotheek gehaald. Jullie aantallen tellen nog wel mee."
                : state.IsOpen ? "De zaak is weer open. We kijken er opnieuw naar."
                : "Er is een antwoord. Verandert er iets? Dan zie je dat hier.",
            Antwoord = item?.Answer,
            Adres = item?.Address,
            Organisaties = 1 + state.Followers.Length,
            Mensen = ((CaseJoined)joined.What).People,
            Gevolgen = followed.File.Text(joined.Text(TextNames.Consequences)),
        };
    }
}
