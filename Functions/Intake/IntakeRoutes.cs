using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>Addresses of the form and of the pages for whoever follows a case.</summary>
public static class IntakeRoutes
{
    /// <summary>Goes on with a kept draft.</summary>
    public const string Resume = "/melden/verder";

    public const string Save = "/melden/bewaren";
    public const string Check = "/melden/controle";
    public const string Confirm = "/melden/bevestigen";

    /// <summary>What was published already about something like this.</summary>
    public const string Similar = "/melden/vergelijkbaar";

    /// <summary>The receipt.</summary>
    public const string Sent = "/melden/verstuurd";

    /// <summary>Ends the form in this browser.</summary>
    public const string EndDraft = "/melden/klaar";

    /// <summary>A colleague fills in a report for somebody.</summary>
    public const string OnBehalf = "/werkbank/melden";

    public const string LostCode = "/volgen/code-kwijt";
    public const string Email = "/volgen/email";
    public const string ConfirmEmail = "/volgen/email/bevestigen";
    public const string RemoveEmail = "/volgen/email/weghalen";
    public const string Withdraw = "/volgen/intrekken";

    /// <summary>Ends the session of whoever follows a case.</summary>
    public const string EndFollowing = "/volgen/klaar";

    /// <summary>A page of the form, by its slug.</summary>
    public static string Step(string slug) => $"/melden/{slug}";

    /// <summary>Where the button "speelt bij ons ook" of a published item leads.</summary>
    public static string Join(string item) => $"/melden/ook-bij-ons/{item}";

    /// <summary>Says goodbye to whom a published item helped; posting there says that it did not after all.</summary>
    public static string Helped(string item) => $"/melden/geholpen?antwoord={Uri.EscapeDataString(item)}";

    public static string ApiReport(CaseNumber number) => $"/v1/meldingen/{number}";

    /// <summary>An organisation that joined, by the number with which it follows.</summary>
    public static string ApiFollower(FollowNumber number) => $"/v1/aansluitingen/{number}";
}
