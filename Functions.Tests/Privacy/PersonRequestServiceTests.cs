using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.Privacy;

/// <summary>Requests of people that break off on the way, and the mail in which they are.</summary>
[Collection(AppCollection.Name)]
public sealed class PersonRequestServiceTests(AppFixture app)
{
    private const string Form = "/werkbank/privacy/verzoeken";

    private readonly CaseStore store = app.Services.GetRequiredService<CaseStore>();
    private readonly PersonRequestStore requests = app.Services.GetRequiredService<PersonRequestStore>();
    private readonly PersonRequestService people = app.Services.GetRequiredService<PersonRequestService>();

    /// <summary>The data is gone and the process with it, before the event; and another case of the request cannot be read.</summary>
    [Fact]
    public async Task FinishAll_AfterAnErasureWithoutItsEvent_RecordsItWhateverIsWrongElsewhere()
    {
        var number = CaseNumber.Parse((await TestCase.ReportAsync(app)).Number);
        var damagedNumber = CaseNumber.New(2026);
        var damaged = store.Stream(damagedNumber);
        await damaged.CreateAsync();
        await damaged.AppendBlockAsync(new MemoryStream("{"u8.ToArray()));
        var request = Unfinished(damagedNumber, number);
        await CutOffAsync(number);
        Assert.True(await requests.TryCreateAsync(request, default));

        await people.FinishAllAsync(default);
        await people.FinishAllAsync(default);

        var erased = Assert.Single((await store.FindAsync(number, default))!.Events, e => e.What is DataErased);
        Assert.Equal(CasePerson.Reporter, ((DataErased)erased.What).Of);
        Assert.Null((await requests.FindAsync(request.Id, default))!.DoneAt);
        await damaged.DeleteAsync();
        await people.FinishAllAsync(default);
        Assert.NotNull((await requests.FindAsync(request.Id, default))!.DoneAt);
    }

    /// <summary>An address of a colleague leaves nothing in the events: what tells is that the request set out to erase it.</summary>
    [Fact]
    public async Task Finish_OfAColleagueWithoutItsEvent_RecordsItOnce()
    {
        var number = CaseNumber.Parse((await TestCase.ReportAsync(app)).Number);
        var colleague = new CasePerson(PersonPart.Colleague, null, "collega.vws");
        var request = Unfinished(number);
        request = request with { Lines = [request.Lines[0] with { Person = colleague }] };

        await people.FinishAsync(new CommandContext(Actor.System, request.StartedAt), request, default);
        await people.FinishAsync(new CommandContext(Actor.System, request.StartedAt), request, default);

        var erased = Assert.Single((await store.FindAsync(number, default))!.Events, e => e.What is DataErased);
        Assert.Equal(colleague, ((DataErased)erased.What).Of);
    }

    [Fact]
    public async Task OwnErasure_AfterOneThatWasCutOff_RecordsItOnce()
    {
        var reported = await TestCase.ReportAsync(app);
        var number = CaseNumber.Parse(reported.Number);
        await CutOffAsync(number);

        Assert.Equal(number, await people.EraseAsync(reported.Number, reported.Code, ErasedData.Texts, default));
        Assert.Equal(number, await people.EraseAsync(reported.Number, reported.Code, ErasedData.Texts, default));

        Assert.Single((await store.FindAsync(number, default))!.Events, e => e.What is DataErased);
    }

    [Fact]
    public async Task Request_OfWhoIsInMailThatCameIn_ShowsThatMailAndDeletesIt()
    {
        var email = $"afzender-{Guid.NewGuid():N}@example.org";
        var number = CaseNumber.Parse((await TestCase.ReportAsync(app)).Number);
        var kept = app.Services.GetRequiredService<InboundMailStore>();
        var (ofCase, ofDesk, ofOther) = (NewHash(), NewHash(), NewHash());
        var mail = new InboundMail
        {
            ReceivedAt = TimeProvider.System.GetUtcNow(),
            From = $"Jan <{email.ToUpperInvariant()}>",
            Text = "Zie bijlage.",
        };
        await kept.KeepAsync(number, ofCase, mail, default);
        await kept.KeepForDeskAsync(ofDesk, mail with { From = "x@voorbeeld.nl", Headers = $"Reply-To: {email}\n" }, waits: true, default);
        await kept.KeepAsync(number, ofOther, mail with { From = "x@voorbeeld.nl" }, default);
        using var coordinator = app.AsCoordinator();

        var (_, preview) = await PageForms.PostAsync(coordinator, Form, Form,
            [new("email", email), new("soort", "allesWissen"), new("controle", "teruggebeld"), new("identiteitGecontroleerd", "ja")]);
        var seen = await RequestAsync(coordinator, email, "inzage");
        var erased = (await RequestAsync(coordinator, email, "allesWissen")).GetProperty("verklaring");
        var certificate = WebUtility.HtmlDecode(
            await coordinator.GetStringAsync(new Uri($"{Form}/{erased.Text("id")}", UriKind.Relative)));

        Assert.Contains("Binnengekomen mails die weg gaan", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("niets onder dit adres", preview, StringComparison.Ordinal);
        Assert.Equal(["Zie bijlage.", "Zie bijlage."],
            seen.GetProperty("binnengekomenMails").EnumerateArray().Select(shown => shown.Text("tekst")));
        Assert.Contains("mails die we hebben vernietigd", certificate, StringComparison.Ordinal);
        Assert.DoesNotContain(email, certificate, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await kept.FindAsync(number, ofCase, default));
        Assert.NotNull(await kept.FindAsync(number, ofOther, default));
        Assert.DoesNotContain(await kept.WaitingAsync(default).ToListAsync(), waiting => waiting.Id == ofDesk);
        Assert.Empty(await kept.OfPersonAsync(EmailAddress.Stored(email), default).ToListAsync());
    }

    private static HandledPersonRequest Unfinished(params CaseNumber[] cases) => new()
    {
        Id = Guid.CreateVersion7().ToString("N"),
        Kind = PersonRequestKind.EraseAll,
        By = "Co Coördinator",
        StartedAt = TimeProvider.System.GetUtcNow(),
        Lines = [.. cases.Select(number => new PersonRequestLine
        {
            Number = number,
            Person = CasePerson.Reporter,
            Contact = true,
            Texts = 0,
            IsOpen = true,
        })],
    };

    private static string NewHash() => Convert.ToHexStringLower(SHA256.HashData(Guid.NewGuid().ToByteArray()));

    private static async Task<JsonElement> RequestAsync(HttpClient coordinator, string email, string kind)
    {
        using var answer = await coordinator.PostAsJsonAsync("/v1/persoonsverzoeken",
            new { email, soort = kind, identiteitGecontroleerd = true });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Takes the data of a case as an erasure does that ends before its event.</summary>
    private Task CutOffAsync(CaseNumber number) => Journey.UntilAsync(async () =>
    {
        var file = (await store.FindAsync(number, default))!;
        return await store.ChangePrivateAsync(
            file, held => PersonTrace.Without(file, held, CasePerson.Reporter, ErasedData.Texts), default);
    }, "the data to be taken, between two writes of the workflow");
}
