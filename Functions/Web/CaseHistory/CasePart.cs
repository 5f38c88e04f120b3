using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>One event of a case in full: actor, moment, change, and all its texts.</summary>
public sealed record CasePart(CaseEvent Event, string Title, IReadOnlyList<CaseLine> Lines)
{
    public IEnumerable<CaseLine> Texts => Lines.Where(line => line.Name is not null);
}
