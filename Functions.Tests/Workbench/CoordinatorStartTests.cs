using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Workbench;
using RegelLoket.Workbench.Digest;
using RegelLoket.Workbench.Digest.Mails;

namespace RegelLoket.Tests.Workbench;

/// <summary>The coordinator's start: each number is the length of its queue, for who is coordinator alone.</summary>
[Collection(AppCollection.Name)]
public sealed class CoordinatorStartTests(AppFixture app)
{
    public static TheoryData<QueueSignal> Signals => [.. EnumNames.All<QueueSignal>()];

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task GetQueuePage_NumberOfASignal_IsTheLengthOfItsQueue(QueueSignal signal)
    {
        await OneOfEachAsync();
        using var client = app.AsCoordinator();

        var page = await PageAsync(client, $"/werkbank?tab=alle&signaal={signal.Slug()}");
        var number = Regex.Match(page, $"{signal.Label()} <span class=\"wb-count\">([0-9]+)</span></a>").Groups[1].Value;
        var total = Regex.Match(page, "<th scope=\"col\" class=\"wb-list__title\">([0-9]+) ").Groups[1].Value;
        using var answer = JsonDocument.Parse(await client.GetStringAsync(
            new Uri($"/v1/zaken?tab=alle&signaal={signal.Slug()}", UriKind.Relative)));

        Assert.Equal(answer.RootElement.GetProperty("totaal").GetInt32(), int.Parse(number, CultureInfo.InvariantCulture));
        Assert.Equal(number, total.Length > 0 ? total : "0");
        if (signal is QueueSignal.Nobody or QueueSignal.ToApprove or QueueSignal.DueThisWeek)
        {
            Assert.NotEqual("0", number);
        }
    }

    [Fact]
    public async Task GetQueuePage_ForAnAnalyst_HasNoSignalsButTheirFilterWorks()
    {
        using var client = app.AsAnalyst();

        var page = await PageAsync(client, "/werkbank?tab=alle&signaal=niemand");

        Assert.DoesNotContain("wb-signals", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Werk per collega", page, StringComparison.Ordinal);
        Assert.Contains("Meer filters (1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetQueuePage_UnknownHandler_IsListedWithNobodyAndInTheLoad()
    {
        var reported = await TestCase.ReportAsync(app, branche: "jeugdzorg");
        var name = $"Ooit {Guid.NewGuid():N}"[..16];
        await reported.PutAsync("/behandelaar", new { behandelaar = name });
        using var client = app.AsCoordinator();

        var page = await PageAsync(client, "/werkbank?tab=alle&signaal=niemand&branche=jeugdzorg");

        Assert.Contains(reported.Number, page, StringComparison.Ordinal);
        Assert.Contains($"{name} (onbekend)", page, StringComparison.Ordinal);
        Assert.Contains($"/werkbank?tab=alle&behandelaar={Uri.EscapeDataString(name)}&kies=alle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_StepsOfTheCoordinators_AreTheLateOnesWithTheirHandlersAndNoTypedWord()
    {
        var reported = await TestCase.ReportAsync(app, title: "Mevrouw Jansen van de Lindelaan");
        await reported.PutAsync("/behandelaar", new { behandelaar = "Ans Analist" });
        var entry = await reported.EntryAsync();
        var mail = app.Services.GetServices<IStaffMailTemplate>().OfType<StepsDueMail>().Single();

        var due = entry.Row.DueOn!.Value;
        var line = new MorningLine(QueueSignal.Late, entry, due, due);
        var content = mail.Write(Recipient.Coordinators, [line, line], due.AddDays(10));
        var text = MailText.Of(content, new MailFooter([]));

        Assert.StartsWith("2 zaken wachten op een stap. De oudste termijn is ", content.Ask, StringComparison.Ordinal);
        Assert.Contains("Ans Analist", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", text, StringComparison.Ordinal);
        Assert.EndsWith("/werkbank?tab=alle&signaal=te-laat", content.Link!.Target.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SeveralKindsForTheCoordinators_CountsThemAndLinksEachCase()
    {
        var reported = await TestCase.ReportAsync(app, title: "Mevrouw Jansen van de Lindelaan");
        var entry = await reported.EntryAsync();
        var mail = app.Services.GetServices<IStaffMailTemplate>().OfType<StepsDueMail>().Single();
        var day = new DateOnly(2026, 12, 7);
        var silent = new MorningLine(QueueSignal.SilentMinistry, entry, day, day) { Ministry = Ministry.Vws };
        var late = new MorningLine(QueueSignal.Late, entry, day, day);

        var content = mail.Write(
            Recipient.Coordinators,
            [
                late, silent, silent with { Ministry = Ministry.Ocw },
                new MorningLine(QueueSignal.LostMail, entry, day, day) { Mail = new("vraag-aan-ministerie", MailState.Bounced, day) },
            ],
            day.AddDays(10));
        var composer = app.Services.GetRequiredService<MailComposer>();
        var sent = await composer.RenderAsync(
            new PlannedMail { Key = "steps.coordinators.2026-12-17", Kind = MailKind.StepsDue, To = Recipient.Coordinators }, content,
            EmailAddress.TryParse("coordinatie@regelloket.example", out var to) ? to : throw new FormatException());

        Assert.Equal("Dit vraagt je aandacht", sent.Subject);
        Assert.Equal("2 ministeries zwijgen, 1 mail kwam niet goed aan en 1 zaak wacht op een stap.", content.Ask);
        Assert.Contains($"{reported.Number}: VWS. Het antwoord had er 7 december 2026 moeten zijn. Niemand.", sent.Text,
            StringComparison.Ordinal);
        Assert.Contains($"{reported.Number}: Vraag aan het ministerie. Teruggekomen op 7 december 2026. Niemand.", sent.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", sent.Text + sent.Html, StringComparison.Ordinal);
        var links = Regex.Matches(sent.Html, "<a href=\"[^\"]*?(/werkbank[^\"]*)\"")
            .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));
        var ofCase = $"/werkbank/zaken/{reported.Number}";
        Assert.Equal(
            [$"{ofCase}/ministeries", $"{ofCase}/ministeries", $"{ofCase}#mails", ofCase, "/werkbank?tab=alle"], links);
        Assert.All(links, link => Assert.Contains(link, sent.Text, StringComparison.Ordinal));
    }

    private async Task OneOfEachAsync()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.AnalyseAsync();
        await reported.PutAsync("/probleemstelling", reported.Statement);
        await TestCase.ReportAsync(app);
    }

    private static async Task<string> PageAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
