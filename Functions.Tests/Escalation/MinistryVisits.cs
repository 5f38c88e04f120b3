using System.Text.RegularExpressions;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Escalation;

/// <summary>A question to a ministry, and its page as a browser without JavaScript opens it.</summary>
internal sealed partial class MinistryVisits(AppFixture app)
{
    private readonly MinistryCases cases = new(app);

    public async Task<(CaseNumber Number, string Code)> AskedAsync()
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        return (number, await cases.CodeAsync(number, Ministry.Vws));
    }

    public async Task<string> AccessCodeAsync(CaseNumber number, int mails) =>
        CodeIn((await cases.MailAsync(number, "toegangscode", count: mails)).GetProperty("text").GetString()!);

    public async Task<FormVisitor> OpenAsync(CaseNumber number, string code, int mails = 1)
    {
        var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        Assert.Equal("/reactie/toegang", opened.Headers.Location?.ToString());
        using var asked = await browser.PostAsync("/reactie/toegang", ("email", "iemand@minvws.example"));
        Assert.Equal("/reactie/toegang?verstuurd", asked.Headers.Location?.ToString());
        using var proved = await browser.PostAsync("/reactie/toegangscode", ("toegangscode", await AccessCodeAsync(number, mails)));
        Assert.Equal("/reactie/vraag", proved.Headers.Location?.ToString());
        return browser;
    }

    public static string CodeIn(string mail) => EightDigits().Match(mail).Value;

    [GeneratedRegex(@"\b\d{8}\b")]
    private static partial Regex EightDigits();
}
