using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>The facts that the catalogue of rules has on a law or another rule.</summary>
/// <param name="Id">Its <see cref="LawId"/>.</param>
/// <param name="CitationTitle">Its citation title.</param>
/// <param name="BwbId">Its id in the Basiswettenbestand; null when it is not in there.</param>
/// <param name="Owners">The owners among the three ministries; empty when none of them owns it.</param>
/// <param name="OwnersElsewhere">The other owners, such as the parties to a cao.</param>
/// <param name="ExecutiveBodies">The names of the bodies that execute it.</param>
/// <param name="CheckedOn">The day on which a person last laid a part of it beside its text; null when nobody
/// did.</param>
public sealed record KnownLaw(
    string Id, string CitationTitle, string? BwbId, IReadOnlyList<Ministry> Owners, IReadOnlyList<string> OwnersElsewhere,
    IReadOnlyList<string> ExecutiveBodies, DateOnly? CheckedOn);
