using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>
/// An illness, treatment or pregnancy that is told of one particular person; not of a group ("bewoners met dementie") or a field of work.
/// </summary>
internal static partial class HealthDetector
{
    private const int ReachBefore = 110;
    private const int ReachAfter = 60;

    public static IEnumerable<PersonalDataFinding> Find(string text, IReadOnlyList<PersonalDataFinding> names)
    {
        foreach (Match match in Condition().Matches(text))
        {
            var end = match.Index + match.Length;
            var before = Surroundings.Before(text, match.Index, ReachBefore);
            var after = Surroundings.After(text, end, ReachAfter);
            if (Generic().IsMatch(before) || GenericAfter().IsMatch(after))
            {
                continue;
            }

            var next = Surroundings.IndexOfFirst(names, name => name.Begin >= match.Index - before.Length);
            var named = next < names.Count && names[next].End <= end + after.Length;
            if ((PersonBefore().IsMatch(before) && LinkBefore().IsMatch(before)) || (named && LinkBefore().IsMatch(before))
                || PersonAfter().IsMatch(after) || Possessive().IsMatch(before))
            {
                yield return new PersonalDataFinding(match.Index, end, PersonalDataKind.Gezondheid);
            }
        }
    }

    [GeneratedRegex(@"(?<![\w-])(?:(?:borst|slokdarm|teelbal|tong|long|darm|huid|prostaat|baarmoeder(?:hals)?|lymfeklier|bot|keel|"
        + @"alvleesklier|blaas|nier|maag|hersen|schildklier|eierstok|lever)?kanker|leukemie|(?:hersen)?tumor|uitzaaiingen|"
        + @"chemo(?:therapie|kuur)?|bestraling(?:en)?|dementie|dement|alzheimer|parkinson|diabetes(?: type [12])?|suikerziekte|"
        + @"epilepsie|epileptische aanvallen|multiple sclerose|ms(?=\b)(?<=(?:heeft|met|voor|van) ms)|als(?<=(?:ziekte) als)|reuma|"
        + @"artrose|astma|copd|hartfalen|hartinfarct|hartaanval|hartklachten|hartritmestoornis(?:sen)?|beroerte|herseninfarct|"
        + @"hersenbloeding|tia|hiv(?:-positief| positief)?|seropositief|aids|hepatitis(?: [abc])?|tuberculose|tbc|long ?covid|"
        + @"corona|fibromyalgie|migraine|hernia|crohn|colitis ulcerosa|prikkelbare darm|schizofrenie|schizofreen|psychoses?|"
        + @"psychotisch|bipolaire stoornis|bipolair|manisch-depressief|depressies?|depressief|postnatale depressie|burn-?out|"
        + @"overspannen|angststoornis|paniekaanvallen|ptss|posttraumatische stressstoornis|borderline|persoonlijkheidsstoornis|"
        + @"autisme|autistisch|asperger|adhd|add|anorexia|boulimia|eetstoornis|alcoholverslaving|verslaafd(?: aan [a-z]{1,40})?|"
        + @"alcoholist|alcoholverslaafd|drugsverslaafd|zelfmoordpoging|suïcidepoging|suïcidaal|zwanger|zwangerschap|miskraam|"
        + @"abortus|bekkeninstabiliteit|incontinent|incontinentie|blind|slechtziend|doof|slechthorend|gehoorapparaat|dwarslaesie|"
        + @"(?:half(?:zijdig|zijds) )?verlamd|hersenletsel|nah|niet-aangeboren hersenletsel|verstandelijke beperking|"
        + @"licht verstandelijk beperkt|syndroom van down|down(?=-?syndroom)|downsyndroom|korsakov|huntington|cystic fibrosis|"
        + @"taaislijmziekte|nierfalen|dialyse|stoma|transplantatie|niertransplantatie|openhartoperatie|hersenschudding|"
        + @"gebroken heup|gebroken been|heupoperatie|knieoperatie|ms-patiënt|endometriose|eczeem|psoriasis|lupus|slaapapneu|"
        + @"narcolepsie|ziekte van [A-Z][a-zë]{1,40}|bloedarmoede|trombose|sikkelcel(?:ziekte)?|rugklachten|chronische pijn|"
        + @"antidepressiva|lithium|methadon|ritalin|oxazepam|drankprobleem|alcoholprobleem|drugsprobleem|gokverslaafd|gokverslaving|"
        + @"aan de (?:drank|drugs|pillen|dialyse)|psychische (?:klachten|problemen)|psychiatrische (?:klachten|problemen|"
        + @"voorgeschiedenis)|hoge bloeddruk|hartproblemen|nierproblemen|longontsteking|gordelroos|jicht|pacemaker|kunstheup|"
        + @"kunstknie|(?:been|arm|voet) geamputeerd|geamputeerd(?:e (?:been|arm|voet))?|amputatie|hoort stemmen|waanideeën|trauma|"
        + @"ivf(?:-traject)?|vruchtbaarheidsbehandeling|in de overgang|gebroken (?:pols|arm|schouder|rug|enkel)|(?:kapotte|"
        + @"versleten) (?:knie|knieën|rug|heup|schouder)|rugpijn|nekhernia|staar|glaucoom|whiplash|levercirrose|prostaatproblemen|"
        + @"blaasontsteking|decubitus|nierstenen|aneurysma|zelfbeschadiging|snijdt zichzelf|suïcidale gedachten|paniekstoornis|"
        + @"dwangstoornis|slaapmiddelen|slaappillen|kalmeringsmiddelen|morfine|ongeneeslijk ziek|terminaal|palliatief|dwerggroei|"
        + @"spierziekte|ALS-patiënt|longemfyseem|darmontsteking|coeliakie|glutenallergie|dyslexie|dyslectisch|dyscalculie|pdd-?nos|"
        + @"odd|tourette|me/cvs|cvs|chronische? vermoeid(?:heid)?|lyme|obesitas|morbide obesitas|spina bifida|spastisch|spasmes?|"
        + @"spierdystrofie|schisis|(?:noten|pinda|latex)allergie|(?:lage )?(?:schouder|knie|nek|arm|heup)klachten|rsi|"
        + @"carpaal tunnel ?syndroom|tinnitus|overgangsklachten|winterdepressie|stemmingsstoornis|hechtingsstoornis|gedragsstoornis|"
        + @"leerstoornis|straatvrees|sociale fobie|(?:nier|lever|long|hart|stofwisselings)ziekte|bypass(?:operatie)?|hartoperatie|"
        + @"ernstig ziek|chronisch ziek|(?:lichamelijke|visuele|auditieve) beperking|nieuwe (?:heup|knie)|in een rolstoel|ptsd|"
        + @"wanen|psychiatrisch patiënt|dialysepatiënt|hartpatiënt|kankerpatiënt|reumapatiënt|in therapie|emdr|suïcide|"
        + @"automutileert|overwerkt)(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?:mensen|cliënten|clienten|bewoners|patiënten|patienten|ouderen|kinderen|jongeren|medewerkers|"
        + @"collega['’]?s|studenten|leerlingen|iedereen|wie|personen|vrouwen|mannen|doelgroep|doelgroepen|afdeling|woongroep|cursus|"
        + @"scholing|training|opleiding|kennis|specialisatie|specialist|richtlijn|protocol|behandeling van|zorg bij|zorg voor|"
        + @"expertise|voorlichting|campagne|stichting|fonds|vereniging|verpleegkundigen|gezinnen|deelnemers|volwassenen|gevallen|"
        + @"onderzoek naar|lesstof|module|ervaring met|werken met|werkt met|omgaan met|gespecialiseerd)\b[^.;!?]{0,45}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Generic();

    [GeneratedRegex(@"^(?:-?(?:afdeling|zorg|verpleegkundige|consulent|netwerk|afdelingen|vriendelijk|centrum|team|fonds|patiënten|"
        + @"pati[eë]nt)|\s{1,10}(?:in het algemeen|als vak|fonds|nederland|centrum))", RegexOptions.IgnoreCase)]
    private static partial Regex GenericAfter();

    [GeneratedRegex(@"\b(?:zij|ze|hij|ik|haar|hem|mevrouw|mevr|mw|meneer|dhr|de heer|(?:mijn|onze|deze|die|haar|zijn|een|"
        + @"ons) (?:\w{1,40} ){0,2}(?:collega|medewerker|medewerkster|stagiaire?|leerling|student|studente|cliënte?|client|bewoner|"
        + @"bewoonster|patiënte?|moeder|vader|man|vrouw|partner|zoon|dochter|kind|zus|broer|buurvrouw|verpleegkundige|verzorgende|"
        + @"helpende|teamleider|teamlid|planner|manager|kandidaat|vrijwilliger|zij-instromer|vriendin|vriend|herintreder|jongen|"
        + @"meisje|mantelzorger|opa|oma|echtgenoot|echtgenote|begeleider)|de (?:medewerkster|bewoonster|patiënte|cliënte|stagiaire|"
        + @"betrokkene|bewoner|cliënt|patiënt|medewerker|leerling|kandidaat))\b", RegexOptions.IgnoreCase)]
    private static partial Regex PersonBefore();

    [GeneratedRegex(@"\b(?:heeft|heb|had|hebben|lijdt|leed|leidt|kreeg|krijgt|kampt|kampte|is|was|ben|werd|wordt|bleek|blijkt|"
        + @"raakte|raakt|met|aan|door|vanwege|wegens|na|herstelt|herstellende|herstellend|herstelde|diagnose|behandeld|behandeling|"
        + @"sinds|last|overleden|voor|van|slikt|gebruikt|neemt|onder|uit|tijdens|thuis)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LinkBefore();

    [GeneratedRegex(@"^\s{1,10}(?:van (?:mijn|mevrouw|meneer|onze collega|deze (?:medewerker|cliënt|bewoner|collega))\b|"
        + @"bij (?:mijn (?:moeder|vader|man|vrouw|collega)|mevrouw|meneer|haar|hem)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex PersonAfter();

    [GeneratedRegex(@"\b(?:haar|zijn|mijn)\s{1,10}(?:\w{1,40}\s)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();
}
