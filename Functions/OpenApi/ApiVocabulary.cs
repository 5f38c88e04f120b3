using RegelLoket.Cases;
using RegelLoket.Privacy;
using RegelLoket.Workbench;

namespace RegelLoket.OpenApi;

/// <summary>The vocabulary of the API. The document contains only fields that are listed here.</summary>
public static partial class ApiVocabulary
{
    private static readonly Dictionary<string, ApiField> ByName = Fields().Concat(RuleFields()).ToDictionary(f => f.Name);

    public static IReadOnlyCollection<ApiField> All => ByName.Values;

    public static ApiField? Find(string name) => ByName.GetValueOrDefault(name);

    public static ApiField Of(string name) => ByName[name];

    private static ApiField List<T>(string name, string description) where T : struct, Enum =>
        new(name, description) { Values = [.. EnumNames.All<T>().Select(v => v.Slug())] };

    private static IEnumerable<ApiField> Fields() =>
    [
        // Publication and privacy.
        new("toonRegio", "Of de regio van de zaak erbij mag staan."),
        new("vondstenBekeken", "Of een collega heeft gezien dat een vondst geen persoonsgegeven is."),
        new("akkoord", "Of de tekst gedeeld mag worden."),
        new("akkoordMelder", "Of de melder akkoord is."),
        new("bezwaarMelder", "Of de melder bezwaar maakt."),
        new("gedeeld", "Of de tekst nu in de bibliotheek staat."),
        List<NotSharedReason>("want", "Waarom de oplossing niet wordt gedeeld."),
        List<NotSharedReason>("nietDelenWant", "Waarom de oplossing niet wordt gedeeld; leeg als niemand dat koos."),
        new("proef", "Of alleen wordt gekeken en niets wordt gewist."),
        new("gepland", "Of de ronde nog niet klaar is: dan staat er wat weg moet, en niet wat weg is."),
        new("dag", "De dag waarop dit was."),
        new("gemaaktOp", "Wanneer de verklaring is gemaakt."),
        new("orkestraties", "Hoeveel geschiedenissen van werkstromen."),
        new("milliseconden", "Hoe lang het duurde."),
        new("vervallenOp", "De dag waarop de bewaartermijn voorbij was."),
        new("verklaringen", "De verklaringen van vernietiging, de nieuwste eerst."),
        new("identiteitGecontroleerd", "Of een coördinator heeft nagegaan wie het vraagt."),
        new("gewist", "Wat er gewist is."),
        List<PersonVerification>("controle", "Hoe is nagegaan wie het vraagt."),
        new("verklaring", "De verklaring van wat er is getoond of vernietigd."),
        new("persoon", "Welke rol de persoon in de zaak heeft."),
        new("contactgegevens", "Of de zaak weet wie de persoon is of hoe die te bereiken is."),
        new("aantalTeksten", "Hoeveel teksten."),
        new("loopt", "Of de zaak nog loopt."),
        new("binnengekomenMails", "De mails die binnenkwamen en waarin de persoon afzender of ontvanger is."),
        new("volgtPerMail", "Wat de persoon per mail volgt."),
        new("volgdePerMail", "Of de persoon iets per mail volgde."),
        new("abonnee", "Waaronder dat volgen bewaard is zolang het verzoek loopt; het zegt niets van de persoon."),
        new("kenmerk", "Waaronder de mail bewaard is; het zegt niets van de persoon."),
        new("plaats", "De plaats van een volger, zoals in het volgnummer."),
        new("begonnenOp", "Wanneer het begon.") { Format = "date-time" },
        new("klaarOp", "Wanneer alles gedaan was.") { Format = "date-time" },

        // The case.
        new("zaaknummer",
            "Het nummer van de zaak.") { Pattern = "^RR-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}$", Example = "RR-2026-7KQ4M" },
        List<CaseStatus>("status", "Waar de zaak staat."),
        new("volgcode", "De geheime code waarmee de melder de zaak volgt. Je krijgt hem één keer."),
        new("ontvangenOp", "Wanneer de melding binnenkwam.") { Format = "date-time" },
        new("gewijzigdOp", "Wanneer er het laatst iets gebeurde.") { Format = "date-time" },
        new("bericht", "Wat de melder nu kan verwachten, in één zin."),
        new("voor", "De laatste dag voor de volgende stap. Bij een melding: de dag waarop de melder uiterlijk iets hoort.")
        {
            Format = "date",
        },
        new("behandelaar", "De collega die de zaak behandelt.") { Example = "Ans Analist" },
        new("gebeurtenis", "Het nummer van de nieuwste gebeurtenis van de zaak."),
        new("kanaal", "Hoe de melding binnenkwam."),
        new("anoniem", "Of de melder onbekend is."),
        new("klokStaatStil", "Of de termijn stilstaat omdat een antwoord van de melder nodig is."),
        new("klokStaatStilSinds", "Sinds welke dag de termijn stilstaat.") { Format = "date" },

        // The report.
        new("melding", "Wat de melder schreef."),
        .. ReportFields.Texts.Select(field => new ApiField(field.Name, field.OfReporter)),
        List<Branche>("branche", "De branche waarin het speelt."),
        List<Theme>("themas", "De thema's waar het bij hoort."),
        List<Theme>("thema", "Een thema."),
        new("regio", "De regio waar het speelt."),
        new("melder", "Hoe we de melder bereiken. Laat dit weg voor een anonieme melding."),
        new("naam", "De naam."),
        new("email", "Het e-mailadres."),
        new("telefoon", "Het telefoonnummer."),

        new("mensen", "Hoeveel mensen het merken."),
        new("uren", "Hoeveel uren: per maand die het kost, of bij een meting contracturen per week."),
        new("geld", "Hoeveel geld per jaar het kost."),
        new("bevestiging", "Het verzegelde adres, om met de code mee terug te sturen."),
        new("code", "De code uit de mail."),
        new("wetten", "Wetten en regels, bij hun nummer in het Basiswettenbestand.") { Example = "BWBR0004045" },
        new("items", "Teksten uit de bibliotheek, bij hun id."),

        // Following a report.
        new("volgnummer", "Het nummer waarmee een aangesloten organisatie de zaak volgt.")
            { Pattern = "^RR-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9]{1,5}$", Example = "RR-2026-7KQ4M-2" },
        new("aangeslotenOp", "Wanneer de organisatie aansloot.") { Format = "date-time" },
        new("organisaties", "Bij hoeveel organisaties het speelt."),
        new("stappen", "De stappen van een zaak, met de dag waarop elke stap bereikt is."),
        new("stap", "De naam van de stap."),
        new("op", "Het moment.") { Format = "date-time" },
        new("watNu", "Wat er nu gebeurt, in één zin."),
        new("wachtOpJou", "Of we op een antwoord van de melder wachten."),
        new("dialoog", "Wat de melder en het loket elkaar schreven."),
        new("van", "Wie het schreef."),
        new("nieuw", "Of het loket dit schreef en de melder het nog niet las."),
        new("ongelezen", "In een gesprek: of de ander dit nog niet las."),
        new("gemeld", "Wat de melder schreef, per deel; zonder wat gewist is."),
        new("vertraging", "Waarom de melder later iets hoort dan eerst gezegd, in één zin."),
        new("mededelingen",
            "Wat de melder tussendoor hoorde: een nieuwe datum, samengevoegd, gesplitst, of dat weer ongedaan."),
        new("waaromGesplitst", "Waarom het loket de melding splitste."),
        new("gesplitstIn", "De zaken van de andere delen, als de melding gesplitst is."),
        new("deelVan", "De zaak van de melding waar deze een deel van is."),
        new("kanIntrekken", "Of de melding nog ingetrokken kan worden."),
        new("kanReageren", "Of de melder nog iets kan toevoegen."),

        // Files.
        new("bijlage", "Het kenmerk van een bestand.") { Pattern = "^[0-9a-f]{32}$", Example = "5f0c1e7a9b3d4c2e8f6a7b1c0d9e3f42" },
        new("bijlagen", "De bestanden. Bij het voorleggen: de kenmerken van de bestanden die het ministerie mag zien."),
        List<FileType>("bestandssoort", "De soort, zoals wij die in het bestand lezen."),
        new("grootte", "De grootte in bytes, zoals bewaard."),
        new("bestandsnaam", "De naam die de afzender het bestand gaf."),
        new("bestandsnummer", "Het hoeveelste bestand bij de zaak dit is."),
        new("toegevoegdOp", "Wanneer het bestand erbij kwam.") { Format = "date-time" },

        // Work on cases.
        new("zaken", "De zaken op deze bladzijde."),
        new("pagina", "De bladzijde, vanaf 1.") { Type = "integer", Example = "1" },
        new("paginas", "Hoeveel bladzijden er zijn."),
        new("totaal", "Hoeveel het er samen zijn."),
        new("volledig", "Of alle zaken meegeteld zijn."),
        new("nuTeDoen", "Wat er nu te doen is, zoals jij het ziet."),
        new("aanJou", "Of het op jou wacht."),
        new("voorstellen", "De teksten voor de bibliotheek die op een tweede lezer wachten, de oudste eerst."),
        new("gevonden", "Waar de zoekwoorden in de zaak staan."),
        new("zoek", "Woorden om op te zoeken.") { Example = "omscholing" },
        new("leeftijd", "Alleen zaken die minstens zoveel dagen oud zijn.") { Type = "integer", Example = "30" },
        new("afgerond", "Ook afgeronde zaken.") { Values = ["ja", "nee"], Example = "ja" },
        List<QueueSignal>("signaal", "Alleen zaken waar een coördinator naar kijkt."),
        new("tab", "Wiens zaken.") { Values = ["aan-jou", "mijn", "niet-toegewezen", "alle"], Example = "alle" },
        new("volgorde", "De volgorde.") { Values = ["termijn", "nieuwste", "oudste", "gewijzigd"], Example = "termijn" },
        new("contextanalyse", "Waar de regel vandaan komt."),
        List<RuleSource>("bron", "Waar de regel vandaan komt."),
        new("regels", "De regels waar het om gaat."),
        new("regel", "De regel waar het om gaat.") { Example = "Werkloosheidswet" },
        new("bwbId",
            "Het nummer van de regeling in het Basiswettenbestand.") { Pattern = "^BWB[RV][0-9]{7}$", Example = "BWBR0004045" },
        new("citeertitel", "De naam van de regeling.") { Example = "Werkloosheidswet" },
        new("artikel", "Het artikel.") { Example = "76" },
        new("gecontroleerdOp",
            "De dag waarop een collega de regel nakeek; leeg als nog niemand dat deed.") { Format = "date" },
        List<Ministry>("ministeries", "De ministeries."),
        List<Ministry>("ministerie", "Het ministerie."),
        new("uitvoerder", "De organisatie die de regel uitvoert; zijn het er meer, gebruik dan `uitvoerders`."),
        List<OutcomeKind>(
            "verwachteUitkomst", "Hoe de collega denkt dat de zaak afloopt; leeg als dat nog niet te zeggen is."),

        // The outcome.
        List<OutcomeKind>("uitkomst", "Hoe de zaak is afgelopen."),
        new("tekstVoorMelder", "Het antwoord zoals de melder het leest."),
        new("brief", "Het antwoord zoals de melder het leest, met de onderdelen die bij de uitkomst horen."),
        new("kop", "De kop."),
        new("opening", "De eerste zin."),
        new("onderdelen", "De onderdelen van de brief."),
        new("watZegtDeRegel", "Wat de regel echt zegt."),
        new("watMagJe", "Wat er mag."),
        new("bevestigdDoor", "Wie het bevestigde."),
        new("bevestigdOp", "Wanneer het bevestigd is.") { Format = "date" },
        new("wasZo", "Hoe de regel was."),
        new("wordtZo", "Hoe de regel wordt."),
        new("gepubliceerdIn", "Waar de nieuwe regel staat, bijvoorbeeld een nummer van de Staatscourant."),
        new("geldtVanaf", "Vanaf welke dag het geldt.") { Format = "date" },
        new("geldtTot", "Tot welke dag het geldt.") { Format = "date" },
        new("verwezenNaar", "Naar wie de melder verwezen is."),
        new("reagerenTotEnMet", "Tot en met welke dag de melder kan zeggen dat het niet klopt.") { Format = "date" },
        new("bezwaarLoopt", "Of de melder zei dat het niet klopt en we daar nog naar kijken."),
        new("effect", "Wat de melder er later van merkte."),
        new("moment", "Het moment van de vraag."),
        new("merkbaar", "Of de melder er iets van merkt."),
        new("merken", "Hoeveel mensen er iets van merken; leeg als er te weinig antwoordden om dat te zeggen."),
        new("gelezen", "De tekst die je las, als iemand intussen een nieuwere schreef."),
        new("antwoordden", "Hoeveel mensen antwoordden."),
        new("merkenHet", "Hoeveel van hen er iets van merken."),
        new("opnieuwBekekenSinds", "Sinds welke dag we opnieuw naar de zaak kijken; leeg als het antwoord staat.")
        {
            Format = "date",
        },
    ];
}
