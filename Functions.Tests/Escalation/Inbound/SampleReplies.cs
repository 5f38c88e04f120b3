using static RegelLoket.Tests.Escalation.Inbound.SampleMails;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>Replies as mail programs send them, with what must be read of each as new.</summary>
internal static class SampleReplies
{
    private const string OutlookNl = "Van: RegelLoket <loket@regelloket.example>\nVerzonden: maandag 9 november 2026 10:12\n"
        + "Aan: Postbus SZW <postbus@minszw.example>\nOnderwerp: Vraag over een knellende regel · RR-2026-7KQ4M\n\n";

    private const string OutlookEn = "From: RegelLoket <loket@regelloket.example>\nSent: Monday, November 9, 2026 10:12 AM\n"
        + "To: Postbus SZW <postbus@minszw.example>\nSubject: Vraag over een knellende regel · RR-2026-7KQ4M\n\n";

    private static readonly string GmailNl = $"Op ma 9 nov 2026 om 10:12 schreef RegelLoket <\n{Desk}>:\n\n";

    private static readonly string AppleNl =
        $"Op 9 nov. 2026 om 10:12 heeft RegelLoket <{Desk}> het volgende geschreven:\n\n";

    /// <summary>Each with its text or its page, what must be read as new, and nothing else.</summary>
    public static TheoryData<string, string, string, string> All => new()
    {
        {
            "Gmail, answer above",
            $"Ja, dat mag. Zie artikel 76.\n\nGroet, Jan\n\n{GmailNl}{Signed()}",
            "",
            "Ja, dat mag. Zie artikel 76.\n\nGroet, Jan"
        },
        {
            "Gmail in English",
            $"Ja, dat mag.\n\nOn Mon, Nov 9, 2026 at 10:12 AM RegelLoket <{Desk}>\nwrote:\n\n{Signed()}",
            "",
            "Ja, dat mag."
        },
        { "answer below the quotation", $"{GmailNl}{Signed()}\n\nJa, dat mag.", "", "Ja, dat mag." },
        { "Apple Mail", $"Ja, dat mag.\n\n{AppleNl}{Signed()}", "", "Ja, dat mag." },
        {
            "Apple Mail, wrapped",
            $"Ja, dat mag.\n\nOp 9 nov. 2026 om 10:12 heeft RegelLoket\n<{Desk}>\nhet volgende geschreven:\n\n{Signed()}",
            "",
            "Ja, dat mag."
        },
        {
            "iPhone",
            $"Ja, dat mag.\n\nVerzonden vanaf mijn iPhone\n\n> Op 9 nov. 2026 om 10:12 heeft RegelLoket <{Desk}> het "
                + $"volgende geschreven:\n>\n{Signed()}",
            "",
            "Ja, dat mag.\n\nVerzonden vanaf mijn iPhone"
        },
        {
            "Outlook desktop",
            $"Ja, dat mag.\n\nMet vriendelijke groet,\nJan Jansen\n\n{OutlookNl}{Sent}",
            "",
            "Ja, dat mag.\n\nMet vriendelijke groet,\nJan Jansen"
        },
        { "Outlook desktop in English", $"Ja, dat mag.\n\n-----Original Message-----\n{OutlookEn}{Sent}", "", "Ja, dat mag." },
        { "Outlook, older", $"Ja, dat mag.\n\n-----Oorspronkelijk bericht-----\n{OutlookNl}{Sent}", "", "Ja, dat mag." },
        {
            "Outlook on a phone",
            $"Ja, dat mag.\n\nOutlook voor iOS downloaden<https://aka.ms/o0ukef>\n________________________________\n"
                + $"{OutlookNl}{Sent}",
            "",
            "Ja, dat mag.\n\nOutlook voor iOS downloaden<https://aka.ms/o0ukef>"
        },
        {
            "Samsung",
            $"Ja, dat mag.\n\n-------- Oorspronkelijk bericht --------\nVan: RegelLoket <{Desk}>\nDatum: 09-11-2026 "
                + $"10:12 (GMT+01:00)\nAan: postbus@minszw.example\nOnderwerp: Vraag over een knellende regel\n\n{Sent}",
            "",
            "Ja, dat mag."
        },
        { "without any head above our words", $"Ja, dat mag.\n\n{Sent}", "", "Ja, dat mag." },
        {
            "answer in Outlook between our lines",
            $"Zie hieronder.\n\n{OutlookNl}"
                + $"{Sent.Replace("twee jaar?", "twee jaar?\nNee, dan niet.", StringComparison.Ordinal)}",
            "",
            "Zie hieronder.\n\nNee, dan niet."
        },
        {
            "one word between our lines",
            $"{OutlookNl}{Sent.Replace("twee jaar?", "twee jaar?\nnee", StringComparison.Ordinal)}",
            "",
            "nee"
        },
        {
            "answer with signs between ours",
            $"{GmailNl}"
                + $"{Signed().Replace("\n> Het probleem", "\n> Ja, mits het UWV toestemt.\n> Het probleem", StringComparison.Ordinal)}",
            "",
            "Ja, mits het UWV toestemt."
        },
        { "quotation by a program that wraps at 50", $"Ja, dat mag.\n\n{GmailNl}{Signed(50)}", "", "Ja, dat mag." },
        { "quotation that we did not send", "Ja, dat mag.\n\nOp 9 november 2026 schreef RegelLoket:\n> vraag", "", "Ja, dat mag." },
        { "header block above what we did not send", $"Ja, dat mag.\n\n{OutlookNl}Wil je reageren?", "", "Ja, dat mag." },
        {
            "a sentence that looks like an attribution",
            "Op 3 december schreef de minister:\nhet mag.",
            "",
            "Op 3 december schreef de minister:\nhet mag."
        },
        {
            "a list that looks like headers",
            "Van: 1 januari\nTot: 1 juli\n\nis er een proef.",
            "",
            "Van: 1 januari\nTot: 1 juli\n\nis er een proef."
        },
        {
            "a letter with a head",
            "Aan: RegelLoket\nVan: Ministerie van SZW\nDatum: 3 december 2026\nBetreft: uw vraag\n\nHet mag.",
            "",
            "Aan: RegelLoket\nVan: Ministerie van SZW\nDatum: 3 december 2026\nBetreft: uw vraag\n\nHet mag."
        },
        {
            "page of Gmail",
            "",
            $"<div dir=\"ltr\">Ja, dat mag.<div><br></div><div>Jan</div></div><br><div class=\"gmail_quote\"><div "
                + $"dir=\"ltr\" class=\"gmail_attr\">Op ma 9 nov 2026 om 10:12 schreef RegelLoket &lt;<a "
                + $"href=\"mailto:{Desk}\">{Desk}</a>&gt;:<br></div><blockquote class=\"gmail_quote\">"
                + $"{LaidOut()}</blockquote></div>",
            "Ja, dat mag.\n\nJan"
        },
        {
            "page of Outlook",
            "",
            $"<html><head><style>p{{color:red}}</style></head><body><div class=WordSection1><p class=MsoNormal>Ja, "
                + $"dat mag.<o:p></o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>"
                + $"Van:</b> RegelLoket &lt;loket@regelloket.example&gt; <br><b>Verzonden:</b> maandag 9 november 2026 "
                + $"10:12<br><b>Aan:</b> Postbus<br><b>Onderwerp:</b> Vraag</p></div>{LaidOut()}</div></body></html>",
            "Ja, dat mag."
        },
        {
            "page of Outlook on the web",
            "",
            $"<div>Ja, dat mag.</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><font><b>Van:</b> "
                + $"RegelLoket<br><b>Verzonden:</b> maandag<br><b>Aan:</b> SZW<br><b>Onderwerp:</b> Vraag</font></div>"
                + $"{LaidOut()}",
            "Ja, dat mag."
        },
        {
            "page with an answer in colour between our lines",
            "",
            $"<p>Zie rood.</p><p><b>Van:</b> RegelLoket<br><b>Verzonden:</b> maandag<br><b>Onderwerp:</b> Vraag</p>"
                + $"{LaidOut("<p style='color:red'>Nee, dan niet.</p>")}",
            "Zie rood.\n\nNee, dan niet."
        },
        {
            "page with an answer in bold within a block that we did not send",
            "",
            "<p>Zie vet.</p><blockquote><p>Mag het?</p><p><b>Ja, artikel 76.</b></p><p>En in deeltijd?</p><p><b>"
                + "Nee.</b></p></blockquote>",
            "Zie vet.\n\nJa, artikel 76.\n\nNee."
        },
        {
            "page of Apple with the quotation in pieces",
            "",
            "<div>Op 9 nov. 2026 om 10:12 heeft RegelLoket het volgende geschreven:</div><blockquote type=\"cite\">"
                + "Mag het?</blockquote><div>Ja.</div><blockquote type=\"cite\">En in deeltijd?</blockquote><div>Nee.</div>",
            "Ja.\n\nNee."
        },
        {
            "page with the answer below a nested quotation",
            "",
            "<blockquote>Wil je reageren?<blockquote>ouder</blockquote></blockquote><div>Nieuw</div>",
            "Nieuw"
        },
        {
            "page beside a text that says nothing",
            "Uw programma toont geen opmaak.",
            "<p>Ja, dat mag volgens artikel 76 van de wet, ook in deeltijd.</p>",
            "Ja, dat mag volgens artikel 76 van de wet, ook in deeltijd."
        },
        {
            "page with a list and a link",
            "",
            "<ul><li>Wet: <a href=\"https://wetten.example/x\">artikel 3</a></li><li><p>Besluit</p></li></ul>",
            "- Wet: artikel 3 <https://wetten.example/x>\n- Besluit"
        },
        {
            "mark-up as words",
            "",
            "&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script><div style=\"display: none\">weg</div>",
            "<script>alert(1)</script>"
        },
        {
            "a colleague's answer that is sent on",
            $"Zie het antwoord van Piet.\n\nVan: Piet Pieters <p.pieters@minszw.example>\nVerzonden: dinsdag 10 "
                + $"november 2026 09:00\nAan: Jan Jansen\nOnderwerp: FW: Vraag\n\nHet mag, zie artikel 76.\n\n"
                + $"{OutlookNl}{Sent}",
            "",
            "Zie het antwoord van Piet.\n\nVan: Piet Pieters <p.pieters@minszw.example>\nVerzonden: dinsdag 10 "
                + "november 2026 09:00\nAan: Jan Jansen\nOnderwerp: FW: Vraag\n\nHet mag, zie artikel 76."
        },
        {
            "a colleague's answer with signs",
            "Mee eens.\n\nOp 10-11-2026 schreef Piet Pieters <p.pieters@minszw.example>:\n> Het mag, zie artikel 76.",
            "",
            "Mee eens.\n\nOp 10-11-2026 schreef Piet Pieters <p.pieters@minszw.example>:\nHet mag, zie artikel 76."
        },
        {
            "a colleague's answer without an address",
            "Mee eens.\n\nOp 10-11-2026 om 09:00 schreef Piet Pieters:\n> Het mag, zie artikel 76.",
            "",
            "Mee eens.\n\nOp 10-11-2026 om 09:00 schreef Piet Pieters:\nHet mag, zie artikel 76."
        },
        {
            "a sentence that tells of our mail",
            "Geachte,\n\nOp 3 december schreef RegelLoket ons:\n\nHet mag, mits UWV toestemt.",
            "",
            "Geachte,\n\nOp 3 december schreef RegelLoket ons:\n\nHet mag, mits UWV toestemt."
        },
        {
            "own words below an attribution whose quotation was taken out",
            "",
            "<div class=\"gmail_attr\">Op ma 9 nov 2026 schreef RegelLoket:<br></div><div>Het mag, mits UWV toestemt.</div>",
            "Het mag, mits UWV toestemt."
        },
        { "our words flat below an attribution", $"Ja, dat mag.\n\nOp 9 november 2026 schreef RegelLoket:\n\n{Sent}", "", "Ja, dat mag." },
        { "a page with a sign and no word", "", "<div>👍</div>", "👍" },
        {
            "header block with an empty line after each line",
            $"Ja, dat mag.\n\n{OutlookNl.TrimEnd().Replace("\n", "\n\n", StringComparison.Ordinal)}\n\n{Sent}",
            "",
            "Ja, dat mag."
        },
        {
            "signature and a German head",
            $"Ja, dat mag.\n\n-- \nJan Jansen\n\nVon: RegelLoket <loket@regelloket.example>\nGesendet: Montag, 9. November 2026 "
                + $"10:12\nAn: Postbus SZW\nBetreff: Vraag\n\n{Sent}",
            "",
            "Ja, dat mag.\n\n--\nJan Jansen"
        },
        {
            "nothing but a colleague's mail",
            "---------- Forwarded message ---------\nVan: Piet Pieters <p.pieters@minszw.example>\nDate: di 10 nov "
                + "2026\nSubject: Vraag\nTo: Jan\n\nHet mag.",
            "",
            "---------- Forwarded message ---------\nVan: Piet Pieters <p.pieters@minszw.example>\nDate: di 10 nov "
                + "2026\nSubject: Vraag\nTo: Jan\n\nHet mag."
        },
    };
}
