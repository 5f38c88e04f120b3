namespace RegelLoket.Web;

/// <summary>What is known of laws apart from what is published. The catalogue knows; the library does not know the catalogue.</summary>
public interface IKnownLaws
{
    /// <summary>Returns what is known of a law, by its <see cref="Cases.LawId"/>; null when it is not in the catalogue.</summary>
    KnownLaw? Find(string id);
}
