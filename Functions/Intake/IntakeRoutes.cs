using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>Addresses of the form and of the pages to follow a case.</summary>
public static class IntakeRoutes
{
    /// <summary>Resumes a saved draft.</summary>
    public const string Resume = "/melden/verder";

    public const string Save = "/melden/bewaren";
    public const string Check = "/melden/controle";

    /// <summary>The files of the draft.</summary>
    public const string Files = "/melden/bestanden";

    public const string RemoveFile = "/melden/bestanden/weghalen";
    public const string Confirm = "/melden/bevestigen";

    /// <summary>Shows earlier publications on a similar matter.</summary>
    public const string Similar = "/melden/vergelijkbaar";

    /// <summary>The receipt.</summary>
    public const string Sent = "/melden/verstuurd";

    /// <summary>Ends the form in this browser.</summary>
    public const string EndDraft = "/melden/klaar";

    /// <summary>The form in which a colleague reports for another person.</summary>
    public const string OnBehalf = "/werkbank/melden";

    public const string LostCode = "/volgen/code-kwijt";
    public const string Email = "/volgen/email";
    public const string ConfirmEmail = "/volgen/email/bevestigen";
    public const string RemoveEmail = "/volgen/email/weghalen";
    /// <summary>Opens another part of a split report.</summary>
    public const string OpenPart = "/volgen/deel";

    public const string Withdraw = "/volgen/intrekken";

    /// <summary>Ends the session in which a case is followed.</summary>
    public const string EndFollowing = "/volgen/klaar";

    /// <summary>Returns the address of a page of the form, by its slug.</summary>
    public static string Step(string slug) => $"/melden/{slug}";

    /// <summary>Returns the target of the button "speelt bij ons ook" of a published item.</summary>
    public static string Join(string item) => $"/melden/ook-bij-ons/{item}";

    /// <summary>Says goodbye to a person whom a published item helped; posting there says that it did not after all.</summary>
    public static string Helped(string item) => $"/melden/geholpen?antwoord={Uri.EscapeDataString(item)}";

    public static string ApiReport(CaseNumber number) => $"/v1/meldingen/{number}";

    /// <summary>Returns the address of an organisation that joined, by its follow number.</summary>
    public static string ApiFollower(FollowNumber number) => $"/v1/aansluitingen/{number}";
}
