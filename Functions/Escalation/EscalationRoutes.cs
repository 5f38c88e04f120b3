using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>Addresses of the questions to ministries: on the workbench, and where a ministry answers.</summary>
public static class EscalationRoutes
{
    /// <summary>Where the link of the mail leads; its code follows a #, which no server, log or referrer ever sees.</summary>
    public const string Reaction = "/reactie";

    /// <summary>Opens a link.</summary>
    public const string OpenReaction = "/reactie/openen";

    /// <summary>Where an access code is asked for.</summary>
    public const string Access = "/reactie/toegang";

    /// <summary>Takes an access code in.</summary>
    public const string AccessCode = "/reactie/toegangscode";

    public const string Question = "/reactie/vraag";
    public const string ReactionDone = "/reactie/klaar";

    /// <summary>Where a ministry asks for a link to all its open questions; the link leads here too, its code behind a #.</summary>
    public const string SignIn = "/reactie/aanmelden";

    /// <summary>Takes such a link in.</summary>
    public const string OpenSignIn = "/reactie/aanmelden/openen";

    /// <summary>All open questions of whoever signed in.</summary>
    public const string Overview = "/reactie/overzicht";

    /// <summary>Opens one of them.</summary>
    public const string OpenFromOverview = "/reactie/overzicht/openen";

    /// <summary>Ends the session of the overview.</summary>
    public const string EndOverview = "/reactie/overzicht/klaar";

    public const string ApiSignIns = "/v1/reacties/aanmeldingen";
    public const string ApiOverviews = "/v1/reacties/overzichten";

    /// <summary>Whom to ask at the ministries.</summary>
    public const string Contacts = "/werkbank/ministeries";

    /// <summary>Mail that belongs to no case.</summary>
    public const string DeskMail = "/werkbank/post/binnengekomen";

    public const string ApiAccessCodes = "/v1/reacties/toegangscodes";
    public const string ApiSessions = "/v1/reacties/sessies";

    public static string ContactsOf(Ministry ministry) => $"/werkbank/ministeries/{ministry.Slug()}";

    /// <summary>The tab Ministeries.</summary>
    public static string Requests(CaseNumber number) => DeskRoutes.CaseTab(number, MinistryPageFunctions.Tab);

    /// <summary>Writes down an answer that came another way.</summary>
    public static string Answer(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/antwoord";

    public static string Term(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/termijn";

    public static string Contradiction(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/tegenspraak";

    /// <summary>Decides on an answer that came by mail.</summary>
    public static string MailReply(CaseNumber number) => $"/werkbank/zaken/{number}/ministeries/mailantwoord";

    /// <summary>A mail as it came in, by its event.</summary>
    public static string MailAsItCame(CaseNumber number, int mail) => $"/werkbank/zaken/{number}/binnengekomen-mail/{mail}";

    /// <summary>A mail that belongs to no case, as it came in.</summary>
    public static string DeskMailAsItCame(string id) => $"/werkbank/post/binnengekomen/{id}";
}
