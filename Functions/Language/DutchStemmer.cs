using System.Collections.Frozen;

namespace RegelLoket.Language;

/// <summary>
/// Reduces a Dutch word to its stem, so that "aangevraagd", "aanvraag" and "aanvragen" have the same one. It applies
/// the usual suffix steps for Dutch and adds what those leave out: the -t of verbs, participles with ge- (also inside
/// separable verbs), and the strong verbs of everyday reports.
/// </summary>
public static class DutchStemmer
{
    private static readonly string[] SeparableParts =
    [
        "aan", "achter", "af", "bij", "binnen", "deel", "door", "goed", "in", "klaar", "langs", "los", "mee", "na",
        "neer", "om", "op",
        "over", "plaats", "samen",
        "stop", "tegen", "terug", "thuis", "toe", "uit", "vast", "vol", "voor", "vrij", "weg",
    ];

    private static readonly FrozenDictionary<string, string> StrongForms = new Dictionary<string, string>
    {
        ["mocht"] = "mag",
        ["mochten"] = "mag",
        ["mogen"] = "mag",
        ["moest"] = "moet",
        ["moesten"] = "moet",
        ["kreeg"] = "krijg",
        ["kregen"] = "krijg",
        ["gekregen"] = "krijg",
        ["verloor"] = "verlies",
        ["verloren"] = "verlies",
        ["verliezen"] = "verlies",
        ["nam"] = "nem",
        ["namen"] = "nem",
        ["genomen"] = "nem",
        ["neem"] = "nem",
        ["neemt"] = "nem",
        ["gaf"] = "gef",
        ["gaven"] = "gef",
        ["gegeven"] = "gef",
        ["geeft"] = "gef",
        ["geef"] = "gef",
        ["geven"] = "gef",
        ["wees"] = "wijs",
        ["wezen"] = "wijs",
        ["gewezen"] = "wijs",
        ["wijst"] = "wijs",
        ["wijzen"] = "wijs",
        ["sliep"] = "slap",
        ["sliepen"] = "slap",
        ["liep"] = "lop",
        ["liepen"] = "lop",
        ["lopen"] = "lop",
        ["gelopen"] = "lop",
        ["schreef"] = "schrijf",
        ["schreven"] = "schrijf",
        ["geschreven"] = "schrijf",
        ["hield"] = "houd",
        ["hielden"] = "houd",
        ["gehouden"] = "houd",
        ["kwam"] = "kom",
        ["kwamen"] = "kom",
        ["gekomen"] = "kom",
        ["ging"] = "ga",
        ["gingen"] = "ga",
        ["gegaan"] = "ga",
        ["gaan"] = "ga",
        ["gaat"] = "ga",
        ["zei"] = "zeg",
        ["zeiden"] = "zeg",
        ["vond"] = "vind",
        ["vonden"] = "vind",
        ["gevonden"] = "vind",
        ["begon"] = "begin",
        ["begonnen"] = "begin",
        ["sprak"] = "sprek",
        ["spraken"] = "sprek",
        ["gesproken"] = "sprek",
        ["brak"] = "brek",
        ["gebroken"] = "brek",
        ["hielp"] = "help",
        ["geholpen"] = "help",
        ["stond"] = "sta",
        ["stonden"] = "sta",
        ["staan"] = "sta",
        ["staat"] = "sta",
        ["gestaan"] = "sta",
        ["deed"] = "doe",
        ["deden"] = "doe",
        ["gedaan"] = "doe",
        ["verbood"] = "verbied",
        ["verboden"] = "verbied",
        ["verbiedt"] = "verbied",
        ["kocht"] = "kop",
        ["gekocht"] = "kop",
        ["bracht"] = "breng",
        ["brachten"] = "breng",
        ["gebracht"] = "breng",
        ["dacht"] = "denk",
        ["gedacht"] = "denk",
        ["las"] = "lees",
        ["lezen"] = "lees",
        ["leest"] = "lees",
        ["gelezen"] = "lees",
        ["at"] = "et",
        ["reed"] = "rijd",
        ["reden"] = "rijd",
        ["gereden"] = "rijd",
        ["rijdt"] = "rijd",
        ["rijden"] = "rijd",
        ["ontslagen"] = "ontslag",
        ["ontslaan"] = "ontslag",
        ["verdween"] = "verdwijn",
        ["verdwenen"] = "verdwijn",
        ["bleef"] = "blijf",
        ["bleven"] = "blijf",
        ["gebleven"] = "blijf",
        ["trok"] = "trek",
        ["trokken"] = "trek",
        ["getrokken"] = "trek",
        ["droeg"] = "drag",
        ["gedragen"] = "drag",
        ["sloot"] = "sluit",
        ["gesloten"] = "sluit",
        ["koos"] = "kies",
        ["gekozen"] = "kies",
        ["kiezen"] = "kies",
        ["uren"] = "uur",
        ["zieke"] = "ziek",
        ["zieken"] = "ziek",
        ["steden"] = "stad",
        ["leden"] = "lid",
    }.ToFrozenDictionary();

    public static string Stem(string word)
    {
        if (word.Length < 4 || !char.IsLetter(word[0]))
        {
            return StrongForms.GetValueOrDefault(word, word);
        }

        if (StrongForms.TryGetValue(word, out var strong))
        {
            return strong;
        }

        foreach (var part in SeparableParts)
        {
            if (!word.StartsWith(part, StringComparison.Ordinal) || word.Length - part.Length < 3)
            {
                continue;
            }

            var rest = word[part.Length..];
            if (StrongForms.TryGetValue(rest, out strong))
            {
                return part + strong;
            }

            if (rest.StartsWith("ge", StringComparison.Ordinal) && rest.Length >= 6 && rest[^1] is 't' or 'd'
                && !rest.StartsWith("gemeente", StringComparison.Ordinal))
            {
                return part + Finish(StripSuffixes(Participle(rest[2..])));
            }
        }

        if (word.StartsWith("ge", StringComparison.Ordinal) && word.Length >= 6 && word[^1] is 't' or 'd'
            && word is not ("gebied" or "geduld" or "gezicht" or "gewicht" or "gedicht"))
        {
            return Finish(StripSuffixes(Participle(word[2..])));
        }

        return Finish(StripSuffixes(word));
    }

    /// <summary>Removes the -d of "geleend" and "geleerd", to get the stem of "lenen" and "leren".</summary>
    private static string Participle(string word) => word.Length >= 5
        && (word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal))
        ? word[..^1] : word;

    private static string StripSuffixes(string word)
    {
        var region1 = RegionAfter(word, 0);
        region1 = Math.Max(region1, 3);
        var region2 = RegionAfter(word, region1);
        var stem = word;
        if (Ends(stem, "heden", region1))
        {
            stem = stem[..^5] + "heid";
        }
        else if (Ends(stem, "ene", region1) && !IsVowel(stem, stem.Length - 4))
        {
            stem = Undouble(stem[..^3]);
        }
        else if (Ends(stem, "en", region1) && !IsVowel(stem, stem.Length - 3)
            && !stem.EndsWith("gemen", StringComparison.Ordinal))
        {
            stem = Undouble(stem[..^2]);
        }
        else if (Ends(stem, "s", region1) && !IsVowel(stem, stem.Length - 2) && stem[^2] is not ('j' or 's'))
        {
            stem = stem[..^1];
        }

        if (Ends(stem, "e", region1) && !IsVowel(stem, stem.Length - 2))
        {
            stem = Undouble(stem[..^1]);
        }

        if (Ends(stem, "heid", region2) && stem[^5] != 'c')
        {
            stem = stem[..^4];
        }

        if (Ends(stem, "ing", region2) || Ends(stem, "end", region2))
        {
            stem = stem[..^3];
            stem = Ends(stem, "ig", region2) && !stem.EndsWith("eig", StringComparison.Ordinal) ? stem[..^2] : Undouble(stem);
        }
        else if (Ends(stem, "ig", region2) && stem[^3] != 'e')
        {
            stem = stem[..^2];
        }
        else if (Ends(stem, "lijk", region2))
        {
            stem = stem[..^4];
        }
        else if (Ends(stem, "baar", region2))
        {
            stem = stem[..^4];
        }

        return stem;
    }

    /// <summary>Normalises the ending: the -t or -d of a verb, a doubled vowel, and final v and z.</summary>
    private static string Finish(string stem)
    {
        if (stem.Length > 4 && stem.EndsWith("dt", StringComparison.Ordinal))
        {
            stem = stem[..^1];
        }
        else if (stem.Length > 4 && stem[^1] is 't' && !IsVowel(stem, stem.Length - 2) && stem[^2] is not ('t' or 'h' or 'c'))
        {
            stem = stem[..^1];
        }
        else if (stem.Length > 4 && stem[^1] is 'd'
            && (stem[^2] is 'g' or 'l' or 'm' or 'v' or 'z' || (stem.Length > 6 && stem[^2] is 'r' or 'n')))
        {
            stem = stem[..^1];
        }
        else if (stem.Length > 5 && stem[^1] is 't' && stem[^2] is 'a' or 'e' or 'o' or 'u' && stem[^3] == stem[^2])
        {
            stem = stem[..^2] + "t";
        }

        var n = stem.Length;
        if (n >= 4 && stem[n - 2] == stem[n - 3] && stem[n - 2] is 'a' or 'e' or 'o' or 'u' && !IsVowel(stem, n - 1)
            && !IsVowel(stem, n - 4))
        {
            stem = stem[..(n - 2)] + stem[n - 1];
        }

        return stem[^1] switch
        {
            'v' => stem[..^1] + "f",
            'z' => stem[..^1] + "s",
            _ => stem,
        };
    }

    private static int RegionAfter(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word, i) && IsVowel(word, i - 1))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static bool Ends(string word, string suffix, int region) =>
        word.Length - suffix.Length >= region && word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool IsVowel(string word, int i) => i >= 0 && word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string Undouble(string word) =>
        word.Length > 2 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1) ? word[..^1] : word;
}
