using System.Globalization;

namespace RegelLoket.Cases;

/// <summary>The keys that distinguish the mails of a case. The format of a key that is in use never changes.</summary>
public static class MailKeys
{
    /// <summary>The separator between the key of a mail and the number of its repetition.</summary>
    public const string Again = ".opnieuw-";

    /// <summary>Returns the key of the mail with an outcome, by the number of its event.</summary>
    public static string OfOutcome(int number) => string.Create(CultureInfo.InvariantCulture, $"outcome.{number}");

    /// <summary>Returns the key of the mail that offers a public text, by the number of its event.</summary>
    public static string OfPublication(int number) => string.Create(CultureInfo.InvariantCulture, $"publication.{number}");

    /// <summary>Returns the key of the mail about a split, by the number of its event.</summary>
    public static string OfSplit(int number) => string.Create(CultureInfo.InvariantCulture, $"parts.{number}");

    /// <summary>Returns the key of a mail without the number of its repetition.</summary>
    public static string RootOf(string key) => key.Split(Again)[0];
}
