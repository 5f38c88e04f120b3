using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Which laws have a page. The library knows; the steps that name a law do not know the library.</summary>
public interface ILawPages
{
    /// <summary>Returns the path of the page of a law; null when it has none.</summary>
    string? PathOf(RuleReference rule);
}
