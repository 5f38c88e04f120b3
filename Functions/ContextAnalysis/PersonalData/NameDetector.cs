using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RegelLoket.ContextAnalysis.Language;

namespace RegelLoket.ContextAnalysis.PersonalData;

/// <summary>
/// Names of persons: after a form of address or a role, a known first name, or initials with a surname. A surname inside the name of a law, an organisation,
/// a syndrome or a method is no finding.
/// </summary>
internal static partial class NameDetector
{
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["van", "de", "der", "den", "het", "te", "ten", "ter", "'t", "el", "al", "ben", "bin", "da", "dos", "du", "la", "le", "von", "in", "op", "aan", "o", "mac", "mc", "di", "del", "della", "abu", "ibn", "bint", "das", "do", "y", "st", "zu"]);

    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        ["mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "juffrouw", "dokter", "familie", "fam", "zuster", "tante", "oom"]);

    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
    [
        "collega", "client", "cliente", "bewoner", "bewoonster", "patient", "patiente", "stagiair", "stagiaire", "leerling", "student", "studente", "medewerker", "medewerkster", "verpleegkundige", "verzorgende",
        "helpende", "teamleider", "teamleidster", "manager", "directeur", "bestuurder", "buurvrouw", "buurman", "vrijwilliger", "vrijwilligster", "planner", "mantelzorger", "dochter", "zoon", "moeder", "vader", "vriendin", "broer", "zus",
        "psycholoog", "psychiater", "huisarts", "fysiotherapeut", "arts", "dr", "drs", "prof", "naam", "heet", "heette", "genaamd", "genoemd", "groet", "groeten", "contactpersoon", "kandidaat", "docent", "mentor", "begeleider", "begeleidster",
        "zij-instromer", "herintreder", "herintreedster", "wijkzuster", "wijkverpleegkundige", "praktijkopleider", "man", "vrouw", "partner", "echtgenote", "echtgenoot", "dame", "leidinggevende", "klantmanager", "gastvrouw", "kok", "jongen", "meisje",
    ]);

    private static readonly FrozenSet<string> OrganisationBefore = FrozenSet.ToFrozenSet(
    [
        "stichting", "zorggroep", "vereniging", "wet", "lex", "motie", "amendement", "commissie", "plan", "rapport", "methode", "syndroom", "ziekte", "minister", "staatssecretaris", "kamerlid", "sint", "st", "ziekenhuis",
        "huize", "huis", "college", "school", "lyceum", "instituut", "universiteit", "prinses", "prins", "koningin", "koning", "kliniek", "schaal", "test", "model", "norm", "besluit", "regeling", "bureau", "fonds", "villa", "locatie",
        "verpleeghuis", "zorgcentrum", "woonzorgcentrum", "praktijk", "apotheek", "uitzendbureau", "firma", "academie", "initiatiefwet", "kabinet", "theorie", "burgemeester", "wethouder", "arrest", "akkoord", "hospice", "project", "programma", "pilot", "app", "robot", "zorgrobot", "systeem", "software", "aanpak", "thomashuis", "woongroep", "kinderdagverblijf", "zorgboerderij", "gezinshuis", "penicilline", "wetsvoorstel",
    ]);

    private static readonly FrozenSet<string> OrganisationAfter = FrozenSet.ToFrozenSet(
    [
        "stichting", "zorg", "thuiszorg", "zorggroep", "groep", "bv", "b.v", "nv", "vof", "ziekenhuis", "huis", "college", "school", "lyceum", "instituut", "universiteit", "kliniek", "advies", "advocaten", "consultancy", "academie", "centrum", "hospice", "mc",
        "uitzendbureau", "uitzend", "foundation", "fonds", "stede", "hof", "syndroom", "methode", "schaal", "norm", "zorgadvies", "huisartsen", "apotheek", "ggz", "jeugdzorg", "jeugdhulp", "kraamzorg", "heem", "thuis", "straat", "wet", "arrest", "partners", "opleidingen",
    ]);

    /// <summary>People after whom institutions are named.</summary>
    private static readonly FrozenSet<string> Namesakes = FrozenSet.ToFrozenSet(
    [
        "martha flora", "max ernst", "pieter van foreest", "vincent van gogh", "maria montessori", "florence nightingale", "anne frank", "willem van oranje", "rudolf steiner", "albert schweitzer", "johan de witt", "jeroen bosch",
        "leo kanner", "karel de grote", "johan cruijff", "johan cruyff", "dick bruna", "martin luther", "maarten luther", "johannes calvijn", "jan van es", "franciscus gasthuis", "maria middelares", "elisabeth tweesteden",
    ]);

    private static readonly FrozenSet<string> NotSurnames = FrozenSet.ToFrozenSet(
    [
        "nederland", "nederlands", "nederlandse", "belgie", "duitsland", "europa", "amsterdam", "rotterdam", "utrecht", "zwolle", "groningen", "eindhoven", "vws", "ocw", "szw", "uwv", "duo", "cibg", "sbb", "roc", "mbo", "hbo", "wlz", "wmo", "cao", "januari", "februari", "maart", "april", "mei",
        "juni", "juli", "augustus", "september", "oktober", "november", "december", "wij", "zij", "hij", "ik", "de", "het", "een", "dit", "dat", "deze", "die", "als", "maar", "want", "in", "op", "en", "er", "hier", "daar", "nu", "toen", "onze", "ons", "mijn", "onder", "wie", "wat", "waarom", "hoe", "geen", "niet", "bij", "voor", "met", "na", "van", "door",
    ]);

    /// <param name="text">The text to scan.</param>
    /// <param name="addressed">The parts before the @ of the e-mail addresses in the text: who is named there is a person.</param>
    public static IEnumerable<PersonalDataFinding> Find(string text, IReadOnlyList<string> addressed)
    {
        var words = Word().Matches(text).Select(match => new NameWord(match.Value, match.Index, match.Index + match.Length, Tokenizer.Plain(match.Value.AsSpan()).TrimEnd('.'))).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if ((Match(text, words, i) ?? MatchAddressed(text, words, i, addressed) ?? MatchInSmallLetters(text, words, i) ?? MatchUnknownAfterRole(text, words, i) ?? MatchSpeaker(text, words, i)) is { } end)
            {
                yield return new PersonalDataFinding(words[i].Begin, words[end].End, PersonalDataKind.Naam);
                i = end;
            }
        }
    }

    /// <summary>The index of the last word of a name that starts here; null when none does.</summary>
    private static int? Match(string text, List<NameWord> words, int i)
    {
        var word = words[i];
        var previous = i > 0 && Joined(text, words, i - 1) ? words[i - 1] : null;
        if (IsInsideOrganisation(text, words, i) || IsNamesake(words, i))
        {
            return null;
        }

        var afterTitle = previous is not null && Titles.Contains(previous.Plain);
        var afterRole = previous is not null && Roles.Contains(previous.Plain);
        if (word.IsCapitalised && IsInitials(word.Text) && i + 1 < words.Count && Joined(text, words, i) && Surname(text, words, i + 1, known: false) is { } end)
        {
            return end;
        }

        if (afterTitle && (Surname(text, words, i, known: !word.IsCapitalised && !Particles.Contains(word.Plain)) ?? Surname(text, words, i, known: true)) is { } titled)
        {
            return titled;
        }

        var isFirstName = NameLexicon.IsFirstName(word.Text) && (word.IsCapitalised || (afterRole && NameLexicon.IsUnmistakableFirstName(word.Text)));
        if (isFirstName)
        {
            var full = Joined(text, words, i) && i + 1 < words.Count ? FullName(text, words, i) : null;
            var alone = afterRole || afterTitle || NameLexicon.IsUnmistakableFirstName(word.Text) || Introduction().IsMatch(text[Math.Max(0, word.Begin - 25)..word.Begin]);
            var last = full ?? i;
            return (full is not null || alone) && !IsFollowedByOrganisation(text, words, last) ? last : null;
        }

        if (afterRole && word.IsCapitalised && (NameLexicon.IsSurname(word.Text) || Particles.Contains(word.Plain)) && Surname(text, words, i, known: !Particles.Contains(word.Plain)) is { } surname)
        {
            return surname;
        }

        var introduced = word.IsCapitalised && Introduction().IsMatch(text[Math.Max(0, word.Begin - 25)..word.Begin]);
        return introduced && !NotSurnames.Contains(word.Plain) && !IsAbbreviation(word.Text) && !WordList.Dutch.ContainsWord(word.Plain) ? FullName(text, words, i) ?? i : null;
    }

    /// <summary>
    /// Names that people type in small letters: after "mijn naam is" or "groetjes" a word that is in no word list, and elsewhere a first name with a known surname.
    /// </summary>
    private static int? MatchInSmallLetters(string text, List<NameWord> words, int i)
    {
        if (words[i].IsCapitalised || NotSurnames.Contains(words[i].Plain) || Particles.Contains(words[i].Plain) || IsInsideOrganisation(text, words, i))
        {
            return null;
        }

        var introduced = SelfIntroduction().IsMatch(text[Math.Max(0, words[i].Begin - 25)..words[i].Begin]);
        if (introduced && (NameLexicon.IsFirstName(words[i].Text) || !WordList.Dutch.ContainsWord(words[i].Plain)))
        {
            return LastOfSmallLetters(text, words, i, word => NameLexicon.IsFirstName(word) || NameLexicon.IsSurname(word) || !WordList.Dutch.ContainsWord(Tokenizer.Plain(word))) ?? i;
        }

        if (!introduced && NameLexicon.IsUnmistakableFirstName(words[i].Text) && words[i].Text.Length > 3 && ThisIs().IsMatch(text[Math.Max(0, words[i].Begin - 25)..words[i].Begin]))
        {
            return i;
        }

        return NameLexicon.IsFirstName(words[i].Text) && LastOfSmallLetters(text, words, i, word => NameLexicon.IsFirstName(word) || NameLexicon.IsSurname(word)) is { } end
            && NameLexicon.IsSurname(words[end].Text) && (NameLexicon.IsUnmistakableFirstName(words[i].Text) || end > i + 1) ? end : null;
    }

    /// <summary>The last of the words, with particles between them, that may stand in a name.</summary>
    private static int? LastOfSmallLetters(string text, List<NameWord> words, int i, Func<string, bool> mayStand)
    {
        int? last = null;
        for (var at = i + 1; at < words.Count && at - i <= 5 && OnlyBlank(text, words, at - 1); at++)
        {
            if (Particles.Contains(words[at].Plain))
            {
                continue;
            }

            if (NotSurnames.Contains(words[at].Plain) || !mayStand(words[at].Text))
            {
                break;
            }

            last = at;
        }

        return last;
    }

    /// <summary>After a role two capitalised words that are in no word list, or one when it is somebody's ("onze stagiaire Ngozi").</summary>
    private static int? MatchUnknownAfterRole(string text, List<NameWord> words, int i)
    {
        if (i == 0 || !IsUnknownWord(words[i]) || !Roles.Contains(words[i - 1].Plain) || !OnlyBlank(text, words, i - 1) || IsInsideOrganisation(text, words, i) || IsFollowedByOrganisation(text, words, i))
        {
            return null;
        }

        if (FullName(text, words, i) is { } end && IsUnknownWord(words[end]))
        {
            return end;
        }

        return i > 1 && words[i - 2].Plain is "mijn" or "onze" or "deze" or "haar" or "zijn" ? i : null;
    }

    private static bool IsUnknownWord(NameWord word) =>
        word.IsCapitalised && word.Text.Length > 2 && !NotSurnames.Contains(word.Plain) && !IsAbbreviation(word.Text) && !WordList.Dutch.ContainsWord(word.Plain) && !OrganisationAfter.Contains(word.Plain);

    /// <summary>A first name that is also a word ("Roos") is a person when she speaks, or when she is of a department.</summary>
    private static int? MatchSpeaker(string text, List<NameWord> words, int i) =>
        words[i].IsCapitalised && NameLexicon.IsFirstName(words[i].Text) && !IsInsideOrganisation(text, words, i) && Speaks().IsMatch(text.AsSpan(words[i].End)) ? i : null;

    private static bool OnlyBlank(string text, List<NameWord> words, int i) => text[words[i].End..words[i + 1].Begin] is " " or "\u00a0";

    /// <summary>A first name and a surname that also stands in an e-mail address of the text.</summary>
    private static int? MatchAddressed(string text, List<NameWord> words, int i, IReadOnlyList<string> addressed) =>
        words[i].IsCapitalised && words[i].Text.Length > 1 && !NotSurnames.Contains(words[i].Plain) && FullName(text, words, i) is { } end
        && addressed.Any(local => words[end].Plain.Length >= 4 && local.Contains(words[end].Plain, StringComparison.Ordinal)) ? end : null;

    /// <summary>A surname with its particles, starting at this word.</summary>
    private static int? Surname(string text, List<NameWord> words, int i, bool known)
    {
        var at = i;
        while (at < words.Count && at - i < 3 && Particles.Contains(words[at].Plain) && at + 1 < words.Count && Joined(text, words, at))
        {
            at++;
        }

        if (at < words.Count && IsInitials(words[at].Text) && at + 1 < words.Count && Joined(text, words, at))
        {
            return Surname(text, words, at + 1, known);
        }

        if (at >= words.Count || NotSurnames.Contains(words[at].Plain) || IsAbbreviation(words[at].Text) || IsFollowedByOrganisation(text, words, at))
        {
            return null;
        }

        var accepted = known ? NameLexicon.IsSurname(words[at].Text) : words[at].IsCapitalised && words[at].Text.Length > 1;
        if (!accepted)
        {
            return null;
        }

        if (NameLexicon.IsFirstName(words[at].Text) && at + 1 < words.Count && Joined(text, words, at) && FullName(text, words, at) is { } full)
        {
            return full;
        }

        return SecondSurname(text, words, at);
    }

    /// <summary>First name with a surname behind it: particles and a capitalised word, or two.</summary>
    private static int? FullName(string text, List<NameWord> words, int i)
    {
        var at = i + 1;
        while (at < words.Count && at - i <= 3 && Joined(text, words, at - 1) && Particles.Contains(words[at].Plain))
        {
            at++;
        }

        if (at >= words.Count || at - i > 4 || !Joined(text, words, at - 1) || NotSurnames.Contains(words[at].Plain) || OrganisationAfter.Contains(words[at].Plain) || IsAbbreviation(words[at].Text))
        {
            return null;
        }

        if (!words[at].IsCapitalised && !(words[i].IsCapitalised is false && NameLexicon.IsSurname(words[at].Text)))
        {
            return null;
        }

        if (NameLexicon.IsFirstName(words[at].Text) && at + 1 < words.Count && OnlyBlank(text, words, at) && FullName(text, words, at) is { } further)
        {
            return further;
        }

        return IsFollowedByOrganisation(text, words, at) ? null : SecondSurname(text, words, at);
    }

    /// <summary>The end of a double surname whose second part begins with a particle: "Smit-de Jong".</summary>
    private static int SecondSurname(string text, List<NameWord> words, int at) =>
        words[at].Plain.Split('-') is [_, .., var last] && Particles.Contains(last) && at + 1 < words.Count && OnlyBlank(text, words, at) && words[at + 1].IsCapitalised ? at + 1 : at;

    private static bool IsInsideOrganisation(string text, List<NameWord> words, int i)
    {
        if (i > 0 && words[i - 1].Plain == "het" && OnlyBlank(text, words, i - 1) && words[i].IsCapitalised && (i < 2 || !Particles.Contains(words[i - 2].Plain)))
        {
            return true;
        }

        for (var back = 1; back <= 3 && i - back >= 0 && Joined(text, words, i - back); back++)
        {
            var word = words[i - back];
            if (OrganisationBefore.Contains(word.Plain) || word.Text.Contains('-', StringComparison.Ordinal) && OrganisationBefore.Contains(word.Plain.Split('-')[0]))
            {
                return true;
            }

            if (!word.IsCapitalised && !Particles.Contains(word.Plain))
            {
                return false;
            }
        }

        var hyphen = words[i].Plain.Split('-');
        return hyphen.Length > 1 && (OrganisationBefore.Contains(hyphen[0]) || OrganisationAfter.Contains(hyphen[^1]));
    }

    private static bool IsNamesake(List<NameWord> words, int i) =>
        Enumerable.Range(1, 3).Any(more => i + more < words.Count && Namesakes.Contains(string.Join(' ', words.Skip(i).Take(more + 1).Select(word => word.Plain))));

    private static bool IsFollowedByOrganisation(string text, List<NameWord> words, int i)
    {
        for (var next = i + 1; next <= i + 4 && next < words.Count && Joined(text, words, next - 1); next++)
        {
            if (OrganisationAfter.Contains(words[next].Plain) && (words[next].IsCapitalised || words[next].Plain is "bv" or "ziekenhuis" or "school" or "syndroom" or "college"))
            {
                return true;
            }

            if (!words[next].IsCapitalised && !Particles.Contains(words[next].Plain))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Only blanks, or a point of an abbreviation, between this word and the next.</summary>
    private static bool Joined(string text, List<NameWord> words, int i)
    {
        if (i < 0 || i + 1 >= words.Count)
        {
            return false;
        }

        var between = text[words[i].End..words[i + 1].Begin];
        return between.Trim(' ', '\u00a0') is "" || (between is ". " or ": " or ", \n" or ",\n" or ", " or "." && (Titles.Contains(words[i].Plain) || Roles.Contains(words[i].Plain) && words[i].Plain is "dr" or "drs" or "prof" or "naam" or "groet" or "groeten"));
    }

    private static bool IsInitials(string word) => Initials().IsMatch(word);

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c));

    [GeneratedRegex(@"(?:\p{Lu}\.){1,4}(?=\s)|(?:\p{Lu}\.){1,3}(?=\p{Lu}\p{Ll})|['’]t\b|[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:\p{Lu}\.){1,4}$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"(?:\bik heet|\bnaam is|\bik ben|\bheet|\bheette|\bgenaamd|\bnaam:|\bgroet,?|\bgroeten,?|\bgroetjes,?)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"(?:\bik heet|\bmijn naam is|\bnaam:|\bgroet,?|\bgroeten,?|\bgroetjes,?|\bgroetjes van|\bgenaamd|\bhij heet|\bzij heet|\bze heet)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex SelfIntroduction();

    [GeneratedRegex(@"\b(?:dit is|met) $", RegexOptions.IgnoreCase)]
    private static partial Regex ThisIs();

    [GeneratedRegex(@"^\s(?:zegt|zei|vindt|vond|vertelt|vertelde|belt|belde|mailt|mailde|schrijft|schreef|vraagt|vroeg|van (?:de |het )?(?:planning|administratie|receptie|personeelszaken|p&o|hr|kwaliteit|afdeling|team|boekhouding|salarisadministratie|opleidingen))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Speaks();

    private sealed record NameWord(string Text, int Begin, int End, string Plain)
    {
        public bool IsCapitalised => char.IsUpper(Text[0]) || (Text.Length > 2 && Text[0] is '\'' or '’' && char.IsUpper(Text[1]));
    }
}
