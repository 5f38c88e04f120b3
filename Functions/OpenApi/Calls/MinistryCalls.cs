using RegelLoket.Escalation;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Questions to ministries, from both sides.</summary>
internal sealed class MinistryCalls : IApiCalls
{
    private static readonly ApiBody AtMinistries = new("ZaakBijMinisteries", """
        {
          "zaaknummer": "RR-2026-7KQ4M",
          "status": "bij-ministeries",
          "ministeries": [
            {
              "ministerie": "szw", "status": "gevraagd",
              "vraag": "Mag een kandidaat de uitkering houden tijdens de opleiding tot verzorgende?",
              "gevraagdOp": "2026-11-09T09:00:00Z", "reactieVoor": "2026-12-07", "teLaat": false, "gesprek": [],
              "mails": [ {
                "nummer": 12, "soort": "reactie", "ontvangenOp": "2026-11-29T09:00:00Z", "afzenderBewezen": true, "wacht": true,
                "tekst": "Het kan al, zie artikel 76.", "gegevens": "Van: Jan Jansen <j.jansen@minszw.example>"
              } ]
            }
          ],
          "tegenspraken": []
        }
        """)
    { Type = typeof(EscalationResponse) };

    public IEnumerable<ApiCall> Calls => [.. FromTheDesk(), .. FromTheMinistry()];

    private static IEnumerable<ApiCall> FromTheDesk() =>
    [
        new("PostEscalation", ApiTags.Ministries, "Leg een zaak voor aan ministeries")
        {
            Description = "Elk ministerie krijgt een eigen vraag van hoogstens 150 woorden en een mail met een persoonlijke link.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Escalatie", """
                { "ministeries": [ {
                  "ministerie": "szw", "vraag": "Mag een kandidaat de uitkering houden tijdens de opleiding tot verzorgende?",
                  "reactieVoor": "2026-12-07"
                } ] }
                """)
            { Type = typeof(EscalationRequest), Required = ["ministeries"] },
            Answer = AtMinistries,
        },
        new("PostMinistryReply", ApiTags.Ministries, "Antwoord op een wedervraag")
        {
            Description = "Het ministerie vroeg iets terug. Na je antwoord loopt de termijn weer.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("AntwoordAanMinisterie",
                """{ "ministerie": "szw", "tekst": "Het gaat om een opleiding van drie jaar, in deeltijd." }""")
            { Type = typeof(MinistryAnswerRequest), Required = ["ministerie", "tekst"] },
            Answer = AtMinistries,
        },
        new("PostMoreTime", ApiTags.Ministries, "Beslis over meer tijd")
        {
            Description = "Het ministerie vroeg om meer tijd. Je kunt een andere dag noemen dan gevraagd.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Termijnbesluit", """{ "ministerie": "szw", "toegekend": true, "reactieVoor": "2026-12-21" }""")
                { Type = typeof(MoreTimeDecisionRequest), Required = ["ministerie", "toegekend"] },
            Answer = AtMinistries,
        },
        new("PostMailedAnswer", ApiTags.Ministries, "Beslis over een antwoord per mail")
        {
            Description = "Het ministerie antwoordde per mail. Dat geldt pas als antwoord als jij het overneemt. "
                + "Noem de mail met het nummer dat bij de zaak staat.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("MailantwoordBesluit", """{ "ministerie": "szw", "mail": 12, "overnemen": true }""")
                { Type = typeof(MailedAnswerDecisionRequest), Required = ["ministerie", "overnemen"] },
            Answer = AtMinistries,
        },
        new("PostContradiction", ApiTags.Ministries, "Leg uit hoe antwoorden samengaan")
        {
            Description = "Ministeries spreken elkaar tegen. Je uitleg komt bij de antwoorden te staan.",
            Caller = ApiCaller.Colleague,
            SharesText = true,
            CanConflict = true,
            Body = new("UitlegBijTegenspraak",
                """{ "toelichting": "SZW gaat over de uitkering, OCW over de opleiding; allebei gelden ze." }""")
            { Type = typeof(ContradictionRequest), Required = ["toelichting"] },
            Answer = AtMinistries,
        },
    ];

    private static IEnumerable<ApiCall> FromTheMinistry() =>
    [
        new("GetQuestion", ApiTags.Ministries, "De vraag aan een ministerie")
        {
            Description = "Wat een ministerie nodig heeft om te antwoorden. Wie de melder is, staat er niet bij. Na het antwoord is dit "
                + "nog 90 dagen te lezen, met `antwoord` en later de `uitkomst`.",
            Caller = ApiCaller.Ministry,
            CanConflict = true,
            Answer = new("Ministerievraag", """
                {
                  "zaaknummer": "RR-2026-7KQ4M", "ministerie": "szw", "status": "gevraagd", "gevraagdOp": "2026-11-09T09:00:00Z",
                  "gevraagdDoor": "Ans Analist", "ookGevraagd": ["ocw"], "reactieVoor": "2026-12-07",
                  "vraag": "Mag een kandidaat de uitkering houden tijdens de opleiding tot verzorgende?",
                  "probleemstelling": "Werkzoekenden die verzorgende willen worden, verliezen hun uitkering zodra de opleiding begint.",
                  "regels": [ { "regel": 1, "citeertitel": "Werkloosheidswet", "artikel": "76",
                  "adres": "https://wetten.overheid.nl/BWBR0004045", "gecontroleerdOp": "2026-11-05" } ],
                  "bijlagen": [ { "bijlage": "5f0c1e7a9b3d4c2e8f6a7b1c0d9e3f42", "bestandsnummer": 1, "bestandssoort": "pdf",
                  "grootte": 48211 } ],
                  "gesprek": []
                }
                """)
            { Type = typeof(QuestionResponse) },
        },
        new("PostReaction", ApiTags.Ministries, "Reageer als ministerie")
        {
            Description = "Meld ontvangst, antwoord, vraag iets terug, vraag meer tijd, zeg dat de vraag niet bij je hoort, of zet "
                + "door naar een collega; `tekst` is dan een bericht voor die collega.",
            Caller = ApiCaller.Ministry,
            CanConflict = true,
            Body = new("MinisterieReactie",
                """{ "soort": "antwoord", "tekst": "Dat mag, als UWV de scholing nodig vindt.", "strekking": "kan-al" }""")
                { Type = typeof(ReactionRequest), Required = ["soort"] },
            Answer = new("ReactieBewijs", """{ "zaaknummer": "RR-2026-7KQ4M", "ministerie": "szw", "status": "beantwoord" }""")
                { Type = typeof(ReactionReceiptResponse) },
        },
        new("PostAccessCode", ApiTags.Ministries, "Vraag een toegangscode aan")
        {
            Description = "De code gaat naar een mailadres op het domein van het ministerie.",
            Caller = ApiCaller.Ministry,
            CanConflict = true,
            Body = new("ToegangscodeAanvraag", """{ "email": "beleid@minszw.example" }""")
                { Type = typeof(AccessCodeRequest), Required = ["email"] },
            Status = 202,
        },
        new("PostSignInCall", ApiTags.Ministries, "Vraag een link naar alle open vragen")
        {
            Description = "De link gaat naar een mailadres op het domein van een ministerie en werkt één keer.",
            CanConflict = true,
            Body = new("AanmeldAanvraag", """{ "email": "beleid@minszw.example" }""")
                { Type = typeof(AccessCodeRequest), Required = ["email"] },
            Status = 202,
        },
        new("PostOverviewCall", ApiTags.Ministries, "Alle open vragen van een ministerie")
        {
            Description = "Wissel de code uit de link in voor de open vragen van dat adres, elk met een sessie om te lezen en te reageren.",
            Body = new("AanmeldInvoer",
                """{ "aanmeldcode": "szw.0f1e2d3c4b5a69788796a5b4c3d2e1f0.q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c" }""")
                { Type = typeof(OverviewRequest), Required = ["aanmeldcode"] },
            Answer = new("OpenVragen", """
                { "vragen": [ {
                  "zaaknummer": "RR-2026-7KQ4M", "ministerie": "szw", "status": "gevraagd", "gevraagdOp": "2026-11-09T09:00:00Z",
                  "reactieVoor": "2026-12-07", "vraag": "Mag een kandidaat de uitkering houden tijdens de opleiding tot verzorgende?",
                  "reactiecode": "CfDJ8Nk2"
                } ] }
                """)
            { Type = typeof(OverviewResponse) },
        },
        new("PostReactionSession", ApiTags.Ministries, "Wissel een toegangscode in")
        {
            Description = "Je krijgt een sessie die je vanaf dan als Reactiecode meestuurt.",
            Caller = ApiCaller.Ministry,
            Body = new("ToegangscodeInvoer", """{ "toegangscode": "12345678" }""")
                { Type = typeof(SessionRequest), Required = ["toegangscode"] },
            Answer = new("Sessie", """{ "reactiecode": "CfDJ8Nk2" }""") { Type = typeof(SessionResponse) },
        },
    ];
}
