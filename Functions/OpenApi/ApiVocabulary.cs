using RegelLoket.Cases;
using RegelLoket.Privacy;

namespace RegelLoket.OpenApi;

/// <summary>A field by the name that it has everywhere in the API.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is, for whoever reads the document.</param>
public sealed record ApiField(string Name, string Description)
{
    /// <summary>Its type where it is a parameter.</summary>
    public string Type { get; init; } = "string";

    public IReadOnlyList<string> Values { get; init; } = [];

    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public string? Example { get; init; }
}

/// <summary>The words of the API, each explained once. A field that is not here has no place in the document.</summary>
public static class ApiVocabulary
{
    private static readonly Dictionary<string, ApiField> ByName = Fields().ToDictionary(f => f.Name);

    public static IReadOnlyCollection<ApiField> All => ByName.Values;

    public static ApiField? Find(string name) => ByName.GetValueOrDefault(name);

    public static ApiField Of(string name) => ByName[name];

    private static ApiField List<T>(string name, string description) where T : struct, Enum => new(name, description) { Values = [.. Names.All<T>().Select(v => v.Slug())] };

    private static IEnumerable<ApiField> Fields() =>
    [
        // Publication and privacy.
        new("toonRegio", "Of de regio van de zaak erbij mag staan."),
        new("vondstenBekeken", "Of een collega heeft gezien dat een vondst geen persoonsgegeven is."),
        new("akkoord", "Of de tekst gedeeld mag worden."),
        new("akkoordMelder", "Of de melder akkoord is."),
        new("bezwaarMelder", "Of de melder bezwaar maakt."),
        new("gedeeld", "Of de tekst nu in de bibliotheek staat."),
        new("proef", "Of alleen wordt gekeken en niets wordt gewist."),
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
        new("plaats", "De plaats van een volger, zoals in het volgnummer."),
        new("begonnenOp", "Wanneer het begon.") { Format = "date-time" },
        new("klaarOp", "Wanneer alles gedaan was.") { Format = "date-time" },

        // The case.
        new("zaaknummer", "Het nummer van de zaak.") { Pattern = "^RR-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}$", Example = "RR-2026-7KQ4M" },
        List<CaseStatus>("status", "Waar de zaak staat."),
        new("volgcode", "De geheime code waarmee de melder de zaak volgt. Je krijgt hem één keer."),
        new("ontvangenOp", "Wanneer de melding binnenkwam.") { Format = "date-time" },
        new("gewijzigdOp", "Wanneer er het laatst iets gebeurde.") { Format = "date-time" },
        new("bericht", "Wat de melder nu kan verwachten, in één zin."),
        new("voor", "De dag waarop de volgende stap klaar moet zijn.") { Format = "date" },
        new("behandelaar", "De collega die de zaak behandelt.") { Example = "Ans Analist" },
        new("gebeurtenis", "Het nummer van de nieuwste gebeurtenis van de zaak."),
        new("kanaal", "Hoe de melding binnenkwam."),
        new("anoniem", "Of de melder onbekend is."),
        new("klokStaatStil", "Of de termijn stilstaat omdat een antwoord van de melder nodig is."),
        new("klokStaatStilSinds", "Sinds welke dag de termijn stilstaat.") { Format = "date" },

        // The report.
        new("melding", "Wat de melder schreef."),
        new("titel", "De titel: waar gaat het over?"),
        new("omschrijving", "Wat wil de melder doen?"),
        new("belemmering", "Wat houdt de melder tegen?"),
        new("geprobeerd", "Wat is al geprobeerd?"),
        new("wens", "Wat zou helpen?"),
        new("vermoedelijkeRegel", "Welke regel het volgens de melder is."),
        new("gevolgen", "De gevolgen: mensen, uren, geld."),
        List<Branche>("branche", "De branche waarin het speelt."),
        List<Theme>("themas", "De thema's waar het bij hoort."),
        List<Theme>("thema", "Een thema."),
        new("organisatie", "De organisatie waar het speelt."),
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

        // What the reporter follows.
        new("volgnummer", "Het nummer waarmee een aangesloten organisatie de zaak volgt.") { Pattern = "^RR-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9]{1,5}$", Example = "RR-2026-7KQ4M-2" },
        new("aangeslotenOp", "Wanneer de organisatie aansloot.") { Format = "date-time" },
        new("organisaties", "Bij hoeveel organisaties het speelt."),
        new("stappen", "De stappen van een zaak, met de dag waarop elke stap bereikt is."),
        new("stap", "De naam van de stap."),
        new("op", "Het moment.") { Format = "date-time" },
        new("watNu", "Wat er nu gebeurt, in één zin."),
        new("wachtOpJou", "Of we op een antwoord van de melder wachten."),
        new("dialoog", "Wat de melder en het loket elkaar schreven."),
        new("van", "Wie het schreef."),
        new("mededelingen", "Wanneer de melding met een andere is samengevoegd, of weer apart ging."),
        new("kanIntrekken", "Of de melding nog ingetrokken kan worden."),
        new("kanReageren", "Of de melder nog iets kan toevoegen."),

        // The work of colleagues.
        new("zaken", "De zaken op deze bladzijde."),
        new("pagina", "De bladzijde, vanaf 1.") { Type = "integer", Example = "1" },
        new("paginas", "Hoeveel bladzijden er zijn."),
        new("totaal", "Hoeveel het er samen zijn."),
        new("volledig", "Of alle zaken meegeteld zijn."),
        new("gevonden", "Waar de zoekwoorden in de zaak staan."),
        new("zoek", "Woorden om op te zoeken.") { Example = "omscholing" },
        new("leeftijd", "Alleen zaken die minstens zoveel dagen oud zijn.") { Type = "integer", Example = "30" },
        new("afgerond", "Ook afgeronde zaken.") { Values = ["ja"], Example = "ja" },
        new("tab", "Wiens zaken.") { Values = ["mijn", "niet-toegewezen", "alle"], Example = "alle" },
        new("volgorde", "De volgorde.") { Values = ["termijn", "nieuwste", "oudste", "gewijzigd"], Example = "termijn" },
        new("contextanalyse", "Waar de regel vandaan komt."),
        List<RuleSource>("bron", "Waar de regel vandaan komt."),
        new("regels", "De regels waar het om gaat."),
        new("regel", "De regel waar het om gaat.") { Example = "Werkloosheidswet" },
        new("bwbId", "Het nummer van de regeling in het Basiswettenbestand.") { Pattern = "^BWB[RV][0-9]{7}$", Example = "BWBR0004045" },
        new("citeertitel", "De naam van de regeling.") { Example = "Werkloosheidswet" },
        new("artikel", "Het artikel.") { Example = "76" },
        new("gecontroleerdOp", "De dag waarop een collega de regel nakeek.") { Format = "date" },
        List<Ministry>("ministeries", "De ministeries."),
        List<Ministry>("ministerie", "Het ministerie."),
        new("uitvoerder", "De organisatie die de regel uitvoert."),

        // The catalogue of rules.
        new("uitvoerders", "De organisaties die regels uitvoeren."),
        new("afkorting", "De afkorting.") { Example = "WW" },
        new("anderId", "Wat de regel aanwijst als er geen BWB-id is."),
        new("artikelen", "De artikelen."),
        new("eigenaarElders", "Van wie de regel nog meer is, of van wie dan wel."),
        List<OutcomeKind>("gebruikelijkeUitkomst", "Hoe zaken over deze regel meestal aflopen."),
        new("valkuil", "Wat vaak misgaat, en wat wel mag."),
        new("kernwoorden", "Woorden die het onderwerp bijna noemen."),
        new("voorbeelden", "Zinnen zoals een melder ze schrijft."),
        new("mogelijkVerouderd", "Of de regel twaalf maanden niet is gecontroleerd."),
        new("wijzigingen", "Wat er gewijzigd is, het nieuwste eerst."),
        new("was", "Wat er voor de wijziging stond."),
        new("werd", "Wat er na de wijziging staat."),
        new("geldigVanaf", "De eerste dag.") { Format = "date", Example = "2010-01-01" },
        new("geldigTot", "De laatste dag; weggelaten zolang het geldt.") { Format = "date" },

        new("toelichting", "Uitleg in eigen woorden."),
        new("vraag", "De vraag."),
        new("tekst", "De tekst."),
        new("notities", "Notities van collega's."),
        new("door", "Wie het deed of schreef."),
        new("probleemstellingen", "De versies van de probleemstelling."),
        new("versie", "Het nummer van de versie.") { Type = "integer", Example = "1" },
        new("auteur", "Wie de versie schreef."),
        new("geschrevenOp", "Wanneer de versie geschreven is.") { Format = "date-time" },
        new("goedgekeurd", "Of een tweede collega de versie goedkeurde."),
        new("onderdeel", "Het onderdeel van de zaak."),
        new("wie", "Wie er last van heeft."),
        new("gevolg", "Wat het gevolg is."),
        new("ruimte", "Welke ruimte er kan zijn."),
        new("reden", "De reden."),
        new("gebeurtenissen", "Alles wat er met de zaak gebeurde."),
        new("nummer", "Het volgnummer.") { Type = "integer", Example = "1" },
        new("rol", "De rol van wie het deed."),
        new("soort", "De soort."),
        new("gegevens", "De gegevens van de gebeurtenis; wat erin staat hangt van de soort af."),
        new("teksten", "De namen van de teksten die erbij horen."),
        new("hash", "De vingerafdruk waarmee te zien is of de keten klopt."),

        new("vergelijkbare", "De zaken die op deze lijken."),
        new("onderwerpen", "De onderwerpen die ze delen."),
        new("inzagen", "Wie de zaak wanneer opende."),
        new("andere", "Het nummer van de andere zaak.") { Pattern = "^RR-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}$", Example = "RR-2026-8MNP2" },

        // Ministries.
        new("gevraagdOp", "Wanneer de vraag gesteld is.") { Format = "date-time" },
        new("reactieVoor", "De dag waarop het antwoord er moet zijn. Een vrije dag schuift op naar de eerste werkdag daarna.") { Format = "date" },
        new("antwoord", "Het antwoord."),
        new("beantwoordOp", "Wanneer het antwoord kwam.") { Format = "date-time" },
        new("teLaat", "Of het antwoord na de afgesproken dag kwam."),

        new("meerTijdTot", "De dag waarvoor het ministerie om meer tijd vroeg.") { Format = "date" },
        new("strekking", "Waar het antwoord op neerkomt."),
        new("gesprek", "Wat het loket en het ministerie elkaar schreven."),
        new("gezegdOp", "Wanneer het geschreven is.") { Format = "date-time" },
        new("tegenspraken", "Antwoorden die elkaar tegenspreken."),
        new("toegekend", "Of er meer tijd is."),
        new("overnemen", "Of je de mail overneemt als het antwoord."),
        new("probleemstelling", "De probleemstelling zoals die is goedgekeurd."),
        new("adres", "Waar de regel te lezen is."),
        new("tot", "Tot wanneer er meer tijd nodig is.") { Format = "date" },
        new("toegangscode", "De code uit de mail."),
        new("reactiecode", "De sessie, om als Reactiecode mee te sturen."),

        // Suggestions.
        new("score", "Hoe sterk de tekst hiernaar wijst, van 0 tot 1."),
        new("onderwerp", "Waar de regel over gaat."),
        new("woorden", "De woorden waaruit dat blijkt."),
        new("geenVanDrie", "Of het waarschijnlijk bij geen van de drie ministeries hoort."),
        new("onbekend", "Of te weinig woorden ergens naar wijzen."),
        new("eigenaar", "Van wie de regel dan is."),
        new("vondsten", "Wat er gevonden is."),
        new("begin", "Bij welk teken het begint, vanaf 0."),
        new("einde", "Voor welk teken het eindigt."),

        // The library.
        new("id", "Het vaste kenmerk.") { Example = "rr-2026-7kq4m" },
        new("branches", "De branches waar het bij hoort."),
        new("gepubliceerdOp", "Wanneer het gedeeld is.") { Format = "date-time" },
        new("koplopers", "De koplopers waar het bij hoort."),
        new("koploper", "Het kenmerk van een koploper.") { Example = "zij-instroom-in-de-wijk" },
        new("probleem", "Het probleem in het kort."),
        new("nakijkenVoor", "Na deze dag is het misschien verouderd.") { Format = "date" },
        new("url", "Waar de regel te lezen is."),
        new("omvang", "Hoe groot de organisatie is."),
        new("wat", "Wat er gebeurde."),
        new("zaakversie", "Tot welke gebeurtenis van de zaak dit bij is."),
        new("controleerZelf", "Wat je zelf moet nakijken voordat je erop vertrouwt."),
        new("casussen", "De casussen die erbij horen."),
        new("maand", "De maand waarin het koploper werd."),
        new("inHetKort", "Het initiatief in het kort."),
        new("beschrevenIn", "Waar het initiatief beschreven is."),
        new("hoeWerktHet", "Hoe het werkt."),
        new("watLevertHetOp", "Wat het oplevert."),
        new("waaromKoploper", "Waarom het voorop loopt."),
        new("partners", "Met wie het gedaan is."),
        new("licentie", "Onder welke licentie je het mag gebruiken."),
        new("uri", "Het vaste adres, op deze site.") { Format = "uri" },
        new("vorige", "Het adres van de vorige bladzijde."),
        new("volgende", "Het adres van de volgende bladzijde."),
        new("resultaten", "Wat er gevonden is."),
        new("formaat", "Kies csv voor een tabel.") { Values = ["csv"], Example = "csv" },

        new("nakijktaken", "De teksten die iemand moet nakijken, de oudste eerst."),
        new("verouderd", "Of de dag voorbij is en de tekst als mogelijk verouderd wordt getoond."),
        new("regelsNagekeken", "Of de regels vandaag zijn opgezocht."),
        new("versies", "Elke wijziging, de nieuwste eerst."),
        new("voorheen", "De tekst zoals die was."),
        new("nu", "De tekst zoals die werd."),

        // Experiments.
        new("experimenten", "Wat organisaties uitproberen."),
        new("vraagstuk", "Wat een organisatie wil uitvinden."),
        new("gestartOp", "Wanneer het begon.") { Format = "date-time" },
        new("ronde", "De ronde, vanaf 1. Bij een meting is 0 vóór de start.") { Type = "integer", Example = "1" },
        new("rondes", "Hoeveel rondes er waren."),
        new("volgendeStappen", "De stappen die nu aan de beurt zijn."),
        new("fase", "De stap in de ronde."),
        new("notitie", "Wat er gebeurde."),
        new("metingen", "De cijfers."),
        new("maat", "Wat er gemeten is."),
        new("waarde", "Het cijfer."),
        new("vooraf", "Het cijfer vóór de eerste ronde."),
        new("achteraf", "Het cijfer na de laatste ronde die gemeten is."),
        new("uitstroom", "Uitstroom per jaar, in procenten."),
        new("verzuim", "Verzuim, in procenten."),
        new("resultaat", "Wat eruit kwam."),
        new("lessen", "Wat anderen ervan kunnen leren."),
        new("watGedaan", "Wat er is gedaan."),
        new("gerelateerd", "Wat een collega ernaast zette."),

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
    ];
}
