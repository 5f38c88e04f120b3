using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>One thing that happened in a case, whole: who, when, what, and all that was written.</summary>
public sealed record CasePart(CaseEvent Event, string Title, IReadOnlyList<CaseLine> Lines)
{
    public IEnumerable<CaseLine> Texts => Lines.Where(line => line.Name is not null);
}
