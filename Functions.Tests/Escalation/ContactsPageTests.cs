using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Escalation;

/// <summary>A coordinator keeps the contacts of a ministry; what was typed reaches the next mail.</summary>
[Collection(AppCollection.Name)]
public sealed class ContactsPageTests(AppFixture app)
{
    private const string Page = "/werkbank/ministeries/ocw";

    private readonly MinistryCases cases = new(app);

    private ContactBook Contacts => app.Services.GetRequiredService<ContactBook>();

    [Fact]
    public async Task Save_NewMailboxAndTerm_CountForTheNextQuestionAndCanBePutBack()
    {
        using var coordinator = new FormVisitor(app, CurrentUser.CoordinatorRole);
        var before = await Contacts.OfAsync(Ministry.Ocw, default);
        await coordinator.GetAsync(Page);

        using var saved = await coordinator.PostAsync(Page, Fields(before.Version, mailbox: "nieuw@minocw.example", term: "15"));
        var page = await coordinator.GetAsync($"{Page}?bewaard");
        var number = await cases.CreateAsync();
        using var analyst = cases.Analyst();
        using var asked = await analyst.PostAsync($"/v1/zaken/{number}/escalaties",
            System.Net.Http.Json.JsonContent.Create(new { ministeries = new[] { new { ministerie = "ocw", vraag = "Kan dit?" } } }));
        var mail = await cases.MailAsync(number, "vraag-aan-ministerie");
        var changed = await Contacts.OfAsync(Ministry.Ocw, default);
        using var putBack = await coordinator.PostAsync(Page, Fields(changed.Version, before.Mailbox.Value, "20"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("De contacten zijn bewaard", page, StringComparison.Ordinal);
        Assert.Contains($"Versie {before.Version + 1}: Iemand (coordinator)", page, StringComparison.Ordinal);
        Assert.Equal("nieuw@minocw.example", MinistryCases.ToOf(mail));
        Assert.Equal(cases.WorkingDays.Add(cases.Today, 15), (await cases.Store.FindAsync(number, default))!.State.RequestTo(
            Ministry.Ocw)!.ReplyBefore);
        Assert.Equal(before.Mailbox, (await Contacts.OfAsync(Ministry.Ocw, default)).Mailbox);
    }

    [Theory]
    [InlineData("postbus", "geen adres", "ontbreekt een @")]
    [InlineData("postbus", "a@b.nl\r\nBcc: c@d.nl", "Vul één e-mailadres in")]
    [InlineData("postbus", "iemand@elders.example", "Dit adres hoort bij geen van de domeinen")]
    [InlineData("tweede", "ook geen adres", "ontbreekt een @")]
    [InlineData("domeinen", "geen domein", "Vul ten minste één domein in")]
    [InlineData("termijn", "0", "van 1 tot en met 250")]
    [InlineData("vooraf", "-5", "van 1 tot en met 60")]
    [InlineData("opDeDag", "-1", "van 0 tot en met 5")]
    [InlineData("erna", "x", "van 1 tot en met 60")]
    [InlineData("coordinator", "4", "Zet de stappen in volgorde")]
    public async Task Save_SomethingWrong_IsToldAtTheFieldAndNothingChanges(string field, string value, string error)
    {
        using var coordinator = new FormVisitor(app, CurrentUser.CoordinatorRole);
        var before = await Contacts.OfAsync(Ministry.Ocw, default);
        await coordinator.GetAsync(Page);

        using var answer = await coordinator.PostAsync(
            Page, [.. Fields(before.Version, before.Mailbox.Value, "20").Where(f => f.Name != field), (field, value)]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<title>Fout: ", page, StringComparison.Ordinal);
        Assert.Contains(error, page, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await Contacts.OfAsync(Ministry.Ocw, default)).Version);
    }

    [Fact]
    public async Task Save_OnTopOfSomebodyElses_IsRefused()
    {
        using var coordinator = new FormVisitor(app, CurrentUser.CoordinatorRole);
        var before = await Contacts.OfAsync(Ministry.Szw, default);
        using var other = new FormVisitor(app, CurrentUser.CoordinatorRole);
        await coordinator.GetAsync("/werkbank/ministeries/szw");
        await other.GetAsync("/werkbank/ministeries/szw");
        var fields = Fields(before.Version, before.Mailbox.Value, "20")
            .Select(f => (f.Name, f.Value.Replace("minocw", "minszw", StringComparison.Ordinal))).ToArray();

        using var first = await coordinator.PostAsync("/werkbank/ministeries/szw", fields);
        using var second = await other.PostAsync("/werkbank/ministeries/szw", fields);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    private static (string Name, string Value)[] Fields(int version, string mailbox, string term) =>
    [
        ("versie", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("postbus", mailbox),
        ("tweede", "secretariaat@minocw.example"), ("domeinen", "minocw.example"), ("uitvoerders", "duo"), ("termijn", term),
        ("vooraf", "5"), ("opDeDag", "0"), ("erna", "5"), ("coordinator", "10"), ("tweedeContact", "15"),
    ];
}
