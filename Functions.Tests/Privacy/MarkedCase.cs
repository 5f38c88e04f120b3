using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Privacy;

/// <summary>A case with a word of its own in every private field, from the report to the effect.</summary>
internal sealed class MarkedCase(AppFixture app)
{
    public const string Marker = "Kwibuszwaluw";

    /// <summary>The word with what would run if a page or a mail forgot to encode it.</summary>
    public const string Planted = Marker + "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    /// <summary>A shared case with the word in every text that somebody wrote into it, the public text alone excepted.</summary>
    public async Task<Journey> PlantAsync()
    {
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync($"Titel {Planted}", $"{Marker}@example.org", fields: field => $"{field} {Planted}");
        await journey.AsAnalyst(HttpMethod.Post, "notities", new { tekst = $"Notitie {Planted}" });
        await journey.AsAnalyst(HttpMethod.Post, "vragen-aan-melder", new { vraag = $"Vraag {Planted}?" });
        await AsReporterAsync(journey, "reacties", new { tekst = $"Aanvulling {Planted}" });
        await journey.AnalyseWithAsync($"Toelichting {Planted}", "szw");
        await journey.WriteStatementAsync($"Probleem {Planted}");
        await journey.ApproveAsync();
        await journey.EscalateWithAsync((await journey.TodayAsync()).AddDays(30), $"Vraag {Planted}", "szw");
        var number = CaseNumber.Parse(journey.Number);
        var asked = (await app.Services.GetRequiredService<CaseStore>().FindAsync(number, default))!.State.RequestTo(Ministry.Szw)!;
        await app.Services.GetRequiredService<AnswerDrafts>()
            .SaveAsync(number, asked, new AnswerDraft { Text = $"Half {Planted}", SavedAt = TimeProvider.System.GetUtcNow() }, seen: null,
                default);
        var mail = new InboundMail
        {
            ReceivedAt = TimeProvider.System.GetUtcNow(),
            Text = $"Mail {Planted}",
            From = $"{Marker}@minszw.example"
        };
        await app.Services.GetRequiredService<InboundMailStore>().KeepAsync(number, "hash", mail, default);
        await AppendAsync(number, new NewEvent(
            new Actor(ActorRole.Ministry, "SZW"), new MinistryMailed(Ministry.Szw, "hash", IsProven: true) { Kind = InboundKind.Reply })
        {
            Texts = new Dictionary<string, string>
            {
                [TextNames.Answer] = $"Mail {Planted}",
                [TextNames.Mail] = $"> Geciteerd {Planted}",
                [TextNames.MailFacts] = $"Van: {Planted}",
            },
        });
        await AppendAsync(number, new NewEvent(Actor.Reporter,
            new AttachmentAdded { Id = new string('0', 32), Type = FileType.Pdf, Size = 1 })
        {
            Texts = new Dictionary<string, string> { [TextNames.FileName] = $"{Planted}.pdf" },
        });
        await AppendAsync(number, new NewEvent(new Actor(ActorRole.Ministry, "SZW"), new MinistryAnswered(Ministry.Szw, Late: false))
        {
            Texts = new Dictionary<string, string> { [TextNames.Answer] = $"Antwoord {Planted}" },
        });
        await journey.ConcludeAsync(Planted);
        await AsReporterAsync(journey, "bezwaren", new { toelichting = $"Klopt niet {Planted}" });
        await journey.AsAnalyst(HttpMethod.Post, "antwoorden-op-bezwaar", new { tekst = $"Toch wel {Planted}" });

        // A first public text that never is shared, an objection against it, and the one that is.
        await journey.AsAnalyst(HttpMethod.Post, "publicaties",
            new
            {
                titel = $"Leren {Marker}",
                probleem = $"Een team wist niet of dit mocht {Planted}.",
                watZegtDeRegel = $"Dit zegt de regel {Planted}.",
                watMagJe = $"Dit mag {Planted}."
            }, 201);
        await AsReporterAsync(journey, "publicatiereacties", new { versie = 1, akkoord = false, toelichting = $"Bezwaar {Planted}" });
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/2/goedkeuringen", new { }, 200, "Bea Tweede");
        await AsReporterAsync(journey, "publicatiereacties", new { versie = 2, akkoord = true });
        await journey.AsAnalyst(HttpMethod.Post, "delingen", new { });
        await AppendAsync(number, new NewEvent(Actor.System, new EffectAsked(EffectMoment.ThreeMonths)));
        await AsReporterAsync(journey, "effectmetingen",
            new { moment = "3-maanden", merkbaar = "deels", toelichting = $"Effect {Planted}" });
        return journey;
    }

    /// <summary>
    /// What the shared case does not have by itself: an organisation that joined, an experiment with its notes, a report by telephone
    /// that is
    /// merged into an open case, and outcomes of other kinds. The code of the organisation comes back.
    /// </summary>
    public async Task<string> PlantBesideAsync(Journey journey)
    {
        var joined = await journey.SendAsync(
            HttpMethod.Post, $"/v1/vergelijkbare-casussen/{journey.Number.ToLowerInvariant()}/aansluitingen",
            new
            {
                mensen = 4,
                uren = $"5 {Marker}",
                geld = $"6 {Marker}",
                gevolgen = $"Gevolg {Planted}",
                organisatie = $"Volger {Planted}"
            }, 201, null, ("Idempotency-Key", Guid.NewGuid().ToString()));
        await journey.AsAnalyst(HttpMethod.Post, "experimenten", new { organisatie = $"Huis {Planted}", vraagstuk = $"Vraag {Planted}" },
            201);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen",
            new { naam = $"Dana {Planted}", email = $"{Marker}@organisatie.example" });
        await AppendAsync(CaseNumber.Parse(journey.Number), new NewEvent(
            Actor.Participant, new ExperimentNoted { Experiment = 1, Round = 1, Phase = ExperimentPhase.Explore })
        {
            Texts = new Dictionary<string, string> { [TextNames.Note] = $"Zelf geschreven {Planted}" },
        });
        foreach (var phase in EnumNames.All<ExperimentPhase>())
        {
            await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = phase.Slug(), notitie = $"Stap {Planted}" });
        }

        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/afsluitingen",
            new { resultaat = "werkt-niet", lessen = $"Les {Planted}" });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", new
        {
            titel = $"Eerste tekst {Planted}",
            vraagstuk = $"Vraag {Planted}",
            watGedaan = $"Gedaan {Planted}",
            lessen = $"Geleerd {Planted}",
            vondstenBekeken = true,
        });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten",
            new { titel = "Een buddy", vraagstuk = "Helpt een buddy?", watGedaan = "Er kwam een buddy.", lessen = "Geef de buddy tijd." });
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/experimenten/1/delingen", new { versie = 2 }, 200,
            "Bea Tweede");

        var open = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await open.ReportAsync();
        var told = await open.SendAsync(HttpMethod.Post, "/v1/zaken", new
        {
            kanaal = "telefoon",
            melding = new
            {
                titel = $"Gebeld {Planted}",
                omschrijving = $"Doel {Planted}",
                belemmering = $"Hinder {Planted}",
                branche = "thuiszorg",
                themas = new[] { "gezond-werken" },
                melder = new { naam = $"Bel {Planted}", telefoon = "0612345678" },
            },
        }, 201, "Ans Analist", ("Idempotency-Key", Guid.NewGuid().ToString()));
        await open.SendAsync(
            HttpMethod.Post, $"/v1/zaken/{told.GetProperty("zaaknummer").GetString()}/verbanden",
            new { soort = "zelfde", zaaknummer = open.Number, reden = $"Hetzelfde {Planted}" }, 200, "Ans Analist");
        await open.AnalyseAsync("szw");
        await open.WriteStatementAsync();
        await open.ApproveAsync();
        await open.AsAnalyst(HttpMethod.Post, "uitkomsten", new
        {
            uitkomst = "beleidsregel-aangepast",
            tekstVoorMelder = $"Anders {Planted}",
            reden = $"Reden {Planted}",
            wasZo = $"Was {Planted}",
            wordtZo = $"Wordt {Planted}",
            gepubliceerdIn = "Stcrt. 2026, 1",
            geldtVanaf = "2026-01-05",
            regel = new { citeertitel = "Werkloosheidswet", gecontroleerdOp = "2026-01-05" },
        }, 201);
        await open.AsAnalyst(HttpMethod.Post, "heropeningen", new { tekst = $"Opnieuw {Planted}" });
        await open.AsAnalyst(HttpMethod.Post, "uitkomsten",
            new
            {
                uitkomst = "niet-bij-deze-drie",
                tekstVoorMelder = $"Elders {Planted}",
                reden = $"Reden {Planted}",
                verwezenNaar = $"Gemeente {Planted}"
            }, 201);
        return joined.GetProperty("volgcode").GetString()!;
    }

    /// <summary>Appends an event of a kind that the case has not had; also when the workflow was first with one of its own.</summary>
    private Task AppendAsync(CaseNumber number, NewEvent e) => app.Services.GetRequiredService<CaseService>().ActAsSystemAsync(
        number, minimumVersion: null, file => file.Events.Any(earlier => earlier.What.GetType() == e.What.GetType()) ? null : e, default);

    private static Task AsReporterAsync(Journey journey, string step, object body) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/{step}", body, 200, null, ("Volgcode", journey.Code));
}
