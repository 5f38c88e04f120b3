using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Escalation;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Workbench;

/// <summary>What colleagues see and do about mail: the preview before it, the trouble after it.</summary>
[Collection(AppCollection.Name)]
public sealed partial class MailPagesTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);

    private Outbox Outbox => app.Services.GetRequiredService<Outbox>();

    [Fact]
    public async Task Send_WithoutAPreviewOfTheseMails_ShowsThePreviewAndSendsNothing()
    {
        var number = await cases.CreateAsync();
        using var analyst = new FormVisitor(app, CurrentUser.AnalystRole);
        await analyst.GetAsync($"/werkbank/zaken/{number}");
        var address = $"/werkbank/zaken/{number}/ministeries";
        (string, string)[] first = [("kies-vws", "ja"), ("vraag-vws", "Mag dit?")],
        other = [("kies-vws", "ja"), ("vraag-vws", "Mag iets anders?")];

        using var unseen = await analyst.PostAsync(address, [.. first, ("stap", "versturen")]);
        var preview = await unseen.Content.ReadAsStringAsync();
        var mark = Shown().Match(preview).Groups[1].Value;
        using var altered = await analyst.PostAsync(address, [.. other, ("getoond", mark), ("stap", "versturen")]);
        var again = await altered.Content.ReadAsStringAsync();
        var untouched = (await cases.Store.FindAsync(number, default))!.State.RequestTo(Ministry.Vws);
        using var sent = await analyst.PostAsync(
            address, [.. other, ("getoond", Shown().Match(again).Groups[1].Value), ("stap", "versturen")]);

        Assert.Contains("Zo krijgt VWS het", preview, StringComparison.Ordinal);
        Assert.Contains("Je hebt na het voorbeeld iets gewijzigd", again, StringComparison.Ordinal);
        Assert.Contains("Mag iets anders?", again, StringComparison.Ordinal);
        Assert.Null(untouched);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("Mag iets anders?", (await cases.MailAsync(number, "vraag-aan-ministerie")).GetProperty("text")
            .GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAgain_MailThatCameBack_GoesToWhoeverIsTheContactNowAndLeavesTheList()
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var mail = await cases.MailAsync(number, "vraag-aan-ministerie");
        var key = mail.GetProperty("customArgs").GetProperty("outboxId").GetString()!;
        await Journey.UntilAsync(async () => (await Outbox.FindAsync(number, key, default))
            ?.State == MailState.Sent, "the mail to be on record");
        await Outbox.ChangeAsync(number, key, e => e with { State = MailState.Bounced }, default);
        using var coordinator = new FormVisitor(app, CurrentUser.CoordinatorRole);
        using var analyst = new FormVisitor(app, CurrentUser.AnalystRole);

        var trouble = await coordinator.GetAsync("/werkbank/post");
        var casePage = await analyst.GetAsync($"/werkbank/zaken/{number}");
        using var again = await analyst.PostAsync($"/werkbank/zaken/{number}/mails", ("mail", key));
        using var pressedTwice = await analyst.PostAsync($"/werkbank/zaken/{number}/mails", ("mail", key));
        using var unknown = await analyst.PostAsync($"/werkbank/zaken/{number}/mails", ("mail", "../geheim"));
        await cases.MailAsync(number, "vraag-aan-ministerie", count: 2);

        Assert.Matches($"{number}[\\s\\S]*Teruggekomen", trouble);
        Assert.Contains("Opnieuw sturen", casePage, StringComparison.Ordinal);
        Assert.Equal($"/werkbank/zaken/{number}#mails", again.Headers.Location?.ToString());
        Assert.Equal(again.Headers.Location, pressedTwice.Headers.Location);
        Assert.Single(await Outbox.ResendsAsync((await Outbox.FindAsync(number, key, default))!.Mail, default));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(2, (await cases.MailsAsync(number)).Where(m => MinistryCases.KindOf(m) == "vraag-aan-ministerie")
            .Select(m => m.GetProperty("messageId").GetString()).Distinct().Count());
        await Journey.UntilAsync(
            async () => !await Outbox.OpenAsync(default).AnyAsync(e => e.Mail.Case == number && e.Mail.Key == key),
            "the mail to be settled");
    }

    [Fact]
    public async Task Pause_ServiceRefusesTheDesk_IsToldToTheCoordinatorWhoLetsAllMailGoAtOnce()
    {
        var gate = app.Services.GetRequiredService<SendingGate>();
        using var coordinator = new FormVisitor(app, CurrentUser.CoordinatorRole);
        using var analyst = new FormVisitor(app, CurrentUser.AnalystRole);
        var number = await cases.CreateAsync();
        try
        {
            await gate.CloseAsync("sendgrid-401", default);
            await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Szw);
            await Journey.UntilAsync(async () => (await Outbox.OfCaseAsync(number, default)).Count == 1, "the mail to be planned");
            // This is how a mail lies that was itself refused: it waits until the pause is over.
            var key = (await Outbox.OfCaseAsync(number, default)).Single().Mail.Key;
            await Outbox.ChangeAsync(
                number, key, e => e with { NextAttemptAt = cases.Clock.GetUtcNow().AddMinutes(15), Fault = "sendgrid-401" }, default);

            Assert.Contains("Er gaat nu geen mail weg", await coordinator.GetAsync("/werkbank"), StringComparison.Ordinal);
            Assert.DoesNotContain("Er gaat nu geen mail weg", await analyst.GetAsync("/werkbank"), StringComparison.Ordinal);
            var post = await coordinator.GetAsync("/werkbank/post");
            Assert.Contains("de maildienst zei: sendgrid 401", post, StringComparison.Ordinal);
            Assert.Contains(number.Value, post, StringComparison.Ordinal);
            Assert.Empty(await cases.MailsAsync(number));

            using var opened = await coordinator.PostAsync("/werkbank/post");
            Assert.Equal("/werkbank/post", opened.Headers.Location?.ToString());
            await cases.MailAsync(number, "vraag-aan-ministerie");
            Assert.Null(await gate.FindAsync(default));
        }
        finally
        {
            await gate.OpenAsync(default);
        }
    }

    [GeneratedRegex("name=\"getoond\" value=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
