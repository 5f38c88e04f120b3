using LocalHost.Lokaal.Mail;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

/// <summary>Mails of a mailbox, for what is pure.</summary>
internal static class KeptMails
{
    public static KeptMail Of(
        string subject = "Vraag", string text = "Hallo", string replyTo = "", Dictionary<string, string>? customArgs = null) => new(
        "one", "<one@example.org>", "loket@example.org", replyTo, ["vws@example.org"], ["kopie@example.org"], subject, text, "",
        new Dictionary<string, string>(), ["vraag-aan-ministerie"], customArgs ?? [], default);
}
