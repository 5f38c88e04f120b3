using System.Collections.Frozen;

namespace RegelLoket.ContextAnalysis.Language;

/// <summary>Words that say nothing on what a report is about.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Empty = (
        "de het een en of maar want dus toch als dan dat die deze dit daar hier er ik jij je jullie wij we ons onze zij ze zijn haar hij hem hun hen u uw mijn me mij jou jouw "
        + "is was waren ben bent wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad kan kun kunt kunnen kon konden gekund zal zul zult zullen zou zouden "
        + "wil wilt willen wilde wilden gewild gaat gaan ging gingen doet doen deed laat laten liet lieten te om in op aan af uit bij van voor door met naar over tot tegen tussen "
        + "onder boven sinds na tijdens per via wegens binnen buiten ook nog al heel erg zeer echt wel iets iemand niemand niets elk elke ieder iedere iedereen ander andere anders "
        + "wat wie waar wanneer hoe waarom welke welk hoeveel omdat zodat doordat terwijl hoewel zodra totdat nadat voordat indien tenzij behalve "
        + "nu toen daarna eerst straks vandaag morgen gisteren nooit soms vaak steeds weer alweer inmiddels intussen ondertussen zo zoals zelfs eigenlijk gewoon misschien "
        + "natuurlijk bijvoorbeeld namelijk immers juist pas net bijna ongeveer ruim circa mens mensen jaar jaren maand maanden week weken dag dagen keer graag goed goede beter best beste "
        + "zegt zeggen gezegd zei vraag vragen gevraagd krijgt krijgen kreeg gekregen komt komen kwam staat staan vindt vinden denk denken weet weten maakt maken gemaakt geeft geven "
        + "ja nee hallo groet groeten bedankt dank alvast mvg eens even toe mee eruit erbij eraan ervan erop daarom daardoor waardoor waarbij hierdoor hiervoor daarvoor waarvoor daarmee "
        + "waarmee hiermee hij's t s n m zn mn dr mevrouw meneer dhr mevr vanwege").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OnlyInPhrases = (
        "niet geen alleen meer minder meest weinig veel alle alles altijd zonder zelf opnieuw nieuw nieuwe groot grote klein kleine lang lange kort korte mag mogen mocht mochten "
        + "moet moeten moest moesten hoeft hoeven medewerker medewerkers collega collegas werk werken werkt gewerkt werkgever organisatie organisaties instelling instellingen team teams "
        + "regel regels probleem zorg een twee drie vier vijf eerste tijd uur uren hele heen terug buiten boven uit").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Everyday = (
        "zien zie ziet gezien kijken kijk kijkt half halve dicht open hoog hoger laag lager deel delen stuk stukken stukje plaats plaatsen ding dingen moment begin begint beginnen begonnen einde eind eindigt "
        + "starten start gestart stoppen stopt gestopt willen graag fijn mooi mooie lastig moeilijk makkelijk jammer gek raar vreemd logisch zonde zeker zomaar blij bang durven durft "
        + "nemen neemt brengen brengt houden houdt blijven blijft lopen loopt rijden rijdt zitten zit liggen ligt hangen bellen belt gebeld mailen praten praat horen hoort gehoord lezen schrijven schrijft "
        + "kennen kent kennis weg plek naam kant manier geval reden verhaal antwoord oplossing situatie voorbeeld wens idee gevoel hand handen hoofd ogen huis thuis huizen kamer deur gebouw straat stad dorp land buurt regio overkant verderop "
        + "morgen ochtend middag avond maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december najaar voorjaar zomer winter "
        + "vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd honderden tientallen man vrouw meisje meiden jongen heer heren mevrouw iedereen iemand samen apart precies helemaal volledig "
        + "vroeger later eerder binnenkort eindelijk sneller snel langzaam vorig vorige volgend volgende laatste tijdje poosje ene enige enkele paar aantal soort zoveel meeste "
        + "bestaat bestaan gebeurt gebeuren krijg betekent lijkt blijkt schijnt hoort geldt gelden telt tellen nodig mogelijk eigen echte kant klaar los vast bezig dupe gedoe").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Sector = (
        "ziekenhuis ziekenhuizen kliniek polikliniek verpleeghuis verpleeghuizen verzorgingshuis tehuis woonzorgcentrum zorgcentrum bewoner bewoners bewoonster client clienten clienten patient patienten "
        + "afdeling afdelingen verpleegkundige verpleegkundigen verpleegster verpleegsters zuster zusters verzorgende verzorgenden helpende helpenden begeleider begeleiders begeleidster ouderen bejaarden oudere "
        + "groep woongroep woongroepen wijk thuiszorg wijkverpleging wijkzuster wijkverpleegkundige gehandicaptenzorg ouderenzorg ggz verpleging verzorging zorgorganisatie zorginstelling zorgaanbieder zorgmedewerker "
        + "ploeg personeel vak beroep functie gastvrouw gastheer keuken kok teamleider leidinggevende manager baas planner locatie overheid den haag").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Turns up in reports on anything; it counts, but less.</summary>
    public static bool IsEveryday(string word) => Everyday.Contains(word);

    /// <summary>Names a place, a client or a profession in care: it says who reports, and little of whose rule it is about.</summary>
    public static bool IsSector(string word) => Sector.Contains(word);

    /// <summary>Says nothing, also within a phrase: articles, pronouns, auxiliaries.</summary>
    public static bool IsEmpty(string word) => word.Length < 2 || Empty.Contains(word);

    /// <summary>Says too little to stand alone; in a phrase it counts ("meer uren", "zonder diploma").</summary>
    public static bool IsTooCommon(string word) => IsEmpty(word) || OnlyInPhrases.Contains(word);
}
