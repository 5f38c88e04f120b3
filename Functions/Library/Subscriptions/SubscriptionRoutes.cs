namespace RegelLoket.Library.Subscriptions;

/// <summary>Addresses with which the library is followed by mail.</summary>
public static class SubscriptionRoutes
{
    public const string Follow = "/bibliotheek/volgen";

    /// <summary>Says that a mail is under way, whether or not the address was known.</summary>
    public const string Asked = "/bibliotheek/volgen/gevraagd";

    /// <summary>Opened from the mail, with the code behind the #.</summary>
    public const string Confirm = "/bibliotheek/volgen/bevestigen";

    public const string Confirmed = "/bibliotheek/volgen/bevestigd";

    /// <summary>
    /// Returns the address that stops all mail to a subscriber: a page with one button, and the target of the one click
    /// of a mail program. The code is in the path because such a program knows nothing else; it can only stop.
    /// </summary>
    public static string Stop(string code) => $"/bibliotheek/volgen/stoppen/{code}";
}
