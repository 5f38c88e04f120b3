using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Whose a rule is. The catalogue knows; the step that asks ministries does not know the catalogue.</summary>
public interface IRuleOwners
{
    /// <summary>The owners of a rule among the three; none when the catalogue does not have it, or it is of none of them.</summary>
    IReadOnlyList<Ministry> Of(RuleReference rule);
}
