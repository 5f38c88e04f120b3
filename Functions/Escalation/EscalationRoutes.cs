using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>Addresses of the questions to ministries: on the workbench, and on the ministry's own pages.</summary>
public static class EscalationRoutes
{
    /// <summary>
    /// The target of the mailed link; its code is in the fragment, which no server, log or referrer sees.
    /// </summary>
    public const string Reaction = "/reactie";

    /// <summary>Opens a link.</summary>
    public const string OpenReaction = "/reactie/openen";

    /// <summary>Requests an access code.</summary>
    public const string Access = "/reactie/toegang";

    /// <summary>Checks an access code.</summary>
    public const string AccessCode = "/reactie/toegangscode";

    public const string Question = "/reactie/vraag";
    public const string ReactionDone = "/reactie/klaar";

    /// <summary>
    /// Requests a link to all open questions; the link itself leads here too, with its code in the fragment.
    /// </summary>
    public const string SignIn = "/reactie/aanmelden";

    /// <summary>Opens such a link.</summary>
    public const string OpenSignIn = "/reactie/aanmelden/openen";

    /// <summary>All open questions of the signed-in mailbox.</summary>
    public const string Overview = "/reactie/overzicht";

    /// <summary>Opens one of the questions.</summary>
    public const string OpenFromOverview = "/reactie/overzicht/openen";

    /// <summary>Ends the session of the overview.</summary>
    public const string EndOverview = "/reactie/overzicht/klaar";

    public const string ApiSignIns = "/v1/reacties/aanmeldingen";
    public const string ApiOverviews = "/v1/reacties/overzichten";

    /// <summary>The contacts of the ministries.</summary>
    public const string Contacts = "/werkbank/ministeries";

    /// <summary>Mails without a case.</summary>
    public const string DeskMail = "/werkbank/post/binnengekomen";

    public const string ApiAccessCodes = "/v1/reacties/toegangscodes";
    public const string ApiSessions = "/v1/reacties/sessies";

    /// <summary>A file that the ministry may see, by its id.</summary>
    public static string File(string id) => $"/reactie/bestanden/{id}";

    public static string ApiFile(string id) => $"/v1/reacties/bijlagen/{id}";

    public static string ContactsOf(Ministry ministry) => $"/werkbank/ministeries/{ministry.Slug()}";

    /// <summary>The tab Ministeries.</summary>
    public static string Requests(CaseNumber number) => DeskRoutes.CaseTab(number, MinistryPageFunctions.Tab);

    /// <summary>Records an answer that was given in another way.</summary>
    public static string Answer(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/antwoord";

    public static string Term(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/termijn";

    public static string Contradiction(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/tegenspraak";

    /// <summary>Decides on a mail that may be an answer.</summary>
    public static string MailReply(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/mailantwoord";

    /// <summary>A mail as received, by its event.</summary>
    public static string MailAsItCame(CaseNumber number, int mail) => $"/werkbank/zaken/{number}/binnengekomen-mail/{mail}";

    /// <summary>A mail without a case, as received.</summary>
    public static string DeskMailAsItCame(string id) => $"/werkbank/post/binnengekomen/{id}";
}
