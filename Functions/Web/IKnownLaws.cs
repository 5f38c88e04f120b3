using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>What is known of laws apart from what is published. The catalogue knows; the library does not know the catalogue.</summary>
public interface IKnownLaws
{
    /// <summary>Returns what is known of a law, by its <see cref="LawId"/>; null when it is not in the catalogue.</summary>
    KnownLaw? Find(string id);

    /// <summary>
    /// Returns a rule with the id that is known for a law of its title, when it was written down without one; so all that
    /// is shared on a law comes together on its page.
    /// </summary>
    RuleReference WithId(RuleReference rule);
}
