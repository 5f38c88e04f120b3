using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Intake;
using RegelLoket.Storage;
using RegelLoket.Tests.Browser;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Intake;

/// <summary>An e-mail address that is added later, and a code that was lost.</summary>
[Collection(AppCollection.Name)]
public sealed partial class AddressTests(AppFixture app)
{
    [Fact]
    public async Task Address_AddedAndTakenAway_GetsMailOnlyInBetween()
    {
        var (journey, address) = (await AnonymousAsync(), NewAddress());
        using var visit = new PageVisit(app.Address);
        await visit.FollowAsync(journey.Number, journey.Code);

        await visit.SendAsync("/volgen/email", "/volgen/email", ("email", address));
        var wrong = await visit.SendAsync("/volgen/email", "/volgen/email/bevestigen", ("code", "00000000"));
        Assert.Contains("<title>Fout: ", wrong, StringComparison.Ordinal);
        Assert.Contains("geen e-mailadres van je", await visit.ReadAsync("/volgen/melding"), StringComparison.Ordinal);
        Assert.Single(await MailsToAsync(address));

        var right = await visit.SendAsync("/volgen/email", "/volgen/email/bevestigen", ("code", CodeIn((await MailsToAsync(address))[0])));
        Assert.Contains("Je e-mailadres is bevestigd", right, StringComparison.Ordinal);
        Assert.DoesNotContain(address, right, StringComparison.Ordinal);
        await journey.AsAnalyst(HttpMethod.Post, "vragen-aan-melder", new { vraag = "In welk leerjaar?" });
        await journey.MailAsync(m => m.To.Contains(address, StringComparison.Ordinal)
            && m.Subject.Contains("vraag", StringComparison.Ordinal));

        var gone = await visit.SendAsync("/volgen/melding", "/volgen/email/weghalen");
        Assert.Contains("Je e-mailadres is weg", gone, StringComparison.Ordinal);
        await visit.SendAsync("/volgen/melding", "/volgen/melding", ("tekst", "Het eerste leerjaar."));
        Assert.Equal(2, (await MailsToAsync(address)).Count);
    }

    /// <summary>The private part is written first: its event was refused, or the process died.</summary>
    [Fact]
    public async Task Address_WhoseEventDidNotCome_IsMadeKnownByTheRepeatAndGetsMail()
    {
        var (reported, address) = (await TestCase.ReportAsync(app, anonymous: true), NewAddress());
        var store = app.Services.GetRequiredService<CaseStore>();
        var number = CaseNumber.Parse(reported.Number);
        await Journey.UntilAsync(
            async () => await store.ChangePrivateAsync((await store.FindAsync(number, default))!,
                held => held.WithContact(null, new ReporterContact { Email = EmailAddress.Stored(address) }), default),
            "the address to be written, between two writes of the workflow");
        using var visit = new PageVisit(app.Address);
        await visit.FollowAsync(reported.Number, reported.Code);

        await ConfirmAsync(app, visit, address);

        var file = (await store.FindAsync(number, default))!;
        Assert.False(file.State.Anonymous);
        Assert.Single(file.Events, e => e.What is ContactChanged);
        await reported.SendAsync(HttpMethod.Post, "/vragen-aan-melder", new { vraag = "In welk leerjaar?" });
        await Journey.UntilAsync(async () => (await MailsToAsync(address)).Count == 2, "the mail with the question");
    }

    [Theory]
    [InlineData(null, true, true, false)]
    [InlineData(null, true, false, true)]
    [InlineData(null, false, true, true)]
    [InlineData(null, false, false, false)]
    [InlineData(2, true, true, true)]
    public void IsRecorded_OfAnAddress_GoesByTheEvents(int? follower, bool anonymous, bool hasAddress, bool recorded) => Assert.Equal(
        recorded, ContactService.IsRecorded(CaseFiles.Of(CaseFiles.Reported(anonymous)).State, follower,
            hasAddress ? new ReporterContact { Email = CaseFiles.Address } : null));

    [Fact]
    public async Task Address_WithTheSealOfAnotherCase_IsNotTakenOver()
    {
        var (mine, others, address) = (await AnonymousAsync(), await AnonymousAsync(), NewAddress());
        var sealedAddress = (await mine.SendAsync(HttpMethod.Post, $"/v1/meldingen/{mine.Number}/adrescodes", new { email = address },
            200, null, ("Volgcode", mine.Code)))
            .GetProperty("bevestiging").GetString();
        var code = CodeIn((await MailsToAsync(address))[0]);

        await others.SendAsync(HttpMethod.Put, $"/v1/meldingen/{others.Number}/e-mailadres", new { bevestiging = sealedAddress, code },
            400, null, ("Volgcode", others.Code));
        await mine.SendAsync(HttpMethod.Put, $"/v1/meldingen/{mine.Number}/e-mailadres", new { bevestiging = "geknoeid", code }, 400,
            null, ("Volgcode", mine.Code));
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/v1/meldingen/{mine.Number}/e-mailadres")
        { Content = System.Net.Http.Json.JsonContent.Create(new { bevestiging = sealedAddress, code }) };
        put.Headers.Add("Volgcode", mine.Code);
        using var done = await app.Http.SendAsync(put);

        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
    }

    [Fact]
    public async Task Code_TriedTooOften_NoLongerOpensNorDoesTheRightOne()
    {
        var (journey, address) = (await AnonymousAsync(), NewAddress());
        var sealedAddress = (await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/adrescodes",
            new { email = address }, 200, null, ("Volgcode", journey.Code))).GetProperty("bevestiging").GetString();
        var code = CodeIn((await MailsToAsync(address))[0]);
        Task<System.Text.Json.JsonElement> ConfirmAsync(string typed) => journey.SendAsync(
            HttpMethod.Put, $"/v1/meldingen/{journey.Number}/e-mailadres", new { bevestiging = sealedAddress, code = typed }, 400, null,
            ("Volgcode", journey.Code));

        for (var i = 0; i < 5; i++)
        {
            await ConfirmAsync(code == "00000000" ? "11111111" : "00000000");
        }

        Assert.Contains("te vaak", (await ConfirmAsync(code)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostCode_OfTheRightAddress_IsReplacedOnceTheMailedOneIsUsed()
    {
        var address = NewAddress();
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync(email: address);
        await journey.MailAsync(m => m.To.Contains(address, StringComparison.Ordinal)
            && m.Subject.Contains("ontvangen", StringComparison.Ordinal));
        using var visit = new PageVisit(app.Address);

        var known = await visit.SendAsync("/volgen/code-kwijt", "/volgen/code-kwijt", ("zaaknummer", journey.Number),
            ("email", address.ToUpperInvariant()));
        var strange = await visit.SendAsync("/volgen/code-kwijt", "/volgen/code-kwijt", ("zaaknummer", "RR-2026-00000"),
            ("email", address));

        Assert.Equal(known, strange);
        var mail = await journey.MailAsync(m => m.To.Contains(address, StringComparison.Ordinal)
            && m.Subject.Contains("nieuwe code", StringComparison.Ordinal));
        var code = FollowCodeText().Match(mail.Text).Value;
        Assert.Contains(journey.Number, await new PageVisit(app.Address).FollowAsync(journey.Number, journey.Code),
            StringComparison.Ordinal);
        Assert.Contains(journey.Number, await visit.FollowAsync(journey.Number, code), StringComparison.Ordinal);
        Assert.Contains("We kennen deze combinatie", await new PageVisit(app.Address)
            .FollowAsync(journey.Number, journey.Code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostCode_OfAnotherAddress_ChangesNothing()
    {
        var (journey, stranger) = (await AnonymousAsync(), NewAddress());
        using var visit = new PageVisit(app.Address);

        await visit.SendAsync("/volgen/code-kwijt", "/volgen/code-kwijt", ("zaaknummer", journey.Number), ("email", stranger));
        await UntilHandledAsync();

        Assert.Contains(journey.Number, await visit.FollowAsync(journey.Number, journey.Code), StringComparison.Ordinal);
        Assert.Empty(await MailsToAsync(stranger));
    }

    /// <summary>Adds an address to what is followed, with the code from the mail.</summary>
    internal static async Task ConfirmAsync(AppFixture app, PageVisit visit, string address)
    {
        await visit.SendAsync("/volgen/email", "/volgen/email", ("email", address));
        var page = await visit.SendAsync("/volgen/email", "/volgen/email/bevestigen",
            ("code", CodeIn(await Mailbox.LastToAsync(app, address))));
        Assert.Contains("Je e-mailadres is bevestigd", page, StringComparison.Ordinal);
    }

    private async Task<Journey> AnonymousAsync()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync(email: "");
        return journey;
    }

    private Task<IReadOnlyList<string>> MailsToAsync(string address) => Mailbox.AllToAsync(app, address);

    /// <summary>The queue of lost codes is empty, so that nothing of it is still to come.</summary>
    private async Task UntilHandledAsync()
    {
        var queue = app.Storage.Queues.GetQueueClient("lost-codes");
        for (var deadline = TimeProvider.System.GetTimestamp(); (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0;)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromMinutes(1), "The queue of lost codes is not handled.");
            await Task.Delay(50);
        }
    }

    private static string NewAddress() => $"{Guid.NewGuid():N}@voorbeeld.nl";

    private static string CodeIn(string mail) => EightDigits().Match(mail).Groups[1].Value;

    [GeneratedRegex(@"Je code: (\d{8})")]
    private static partial Regex EightDigits();

    [GeneratedRegex("(?:[0-9A-Z]{4}-){6}[0-9A-Z]{3}")]
    private static partial Regex FollowCodeText();
}
