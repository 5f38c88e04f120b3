using System.Globalization;

namespace RegelLoket.Cases;

/// <summary>The keys of mails, as far as the case itself tells its mails apart by them. A form that is in use never changes.</summary>
public static class MailKeys
{
    /// <summary>What stands between the key of a mail and the number of its repetition.</summary>
    public const string Again = ".opnieuw-";

    /// <summary>The mail with an outcome, by the number of its event.</summary>
    public static string OfOutcome(int number) => string.Create(CultureInfo.InvariantCulture, $"outcome.{number}");

    /// <summary>The mail that offers a public text to the reporter, by the number of its event.</summary>
    public static string OfPublication(int number) => string.Create(CultureInfo.InvariantCulture, $"publication.{number}");

    /// <summary>The key of a mail without the number of its repetition.</summary>
    public static string RootOf(string key) => key.Split(Again)[0];
}
