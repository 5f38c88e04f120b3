using System.Text.RegularExpressions;

namespace RegelLoket.Language.PersonalData;

/// <summary>The patterns of words, initials and what is said around a name.</summary>
internal static partial class NameDetector
{
    [GeneratedRegex(@"(?:\p{Lu}\.){1,4}(?=\s)|(?:\p{Lu}\.){1,3}(?=\p{Lu}\p{Ll})|['’]t\b|"
        + @"[\p{L}\p{M}]{1,60}(?:[-'’][\p{L}\p{M}]{1,60}){0,10}")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:\p{Lu}\.){1,4}$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"(?:\bik heet|\bnaam is|\bik ben|\bheet|\bheette|\bgenaamd|\bnaam:|\bgroet,?|\bgroeten,?|\bgroetjes,?)\s{1,10}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"(?:\bik heet|\bmijn naam is|\bnaam:|\bgroet,?|\bgroeten,?|\bgroetjes,?|\bgroetjes van|\bgenaamd|\bhij heet|"
        + @"\bzij heet|\bze heet)\s{1,10}$", RegexOptions.IgnoreCase)]
    private static partial Regex SelfIntroduction();

    [GeneratedRegex(@"\b(?:dit is|met) $", RegexOptions.IgnoreCase)]
    private static partial Regex ThisIs();

    [GeneratedRegex(@"^\s(?:zegt|zei|vindt|vond|vertelt|vertelde|belt|belde|mailt|mailde|schrijft|schreef|vraagt|vroeg|van (?:de |"
        + @"het )?(?:planning|administratie|receptie|personeelszaken|p&o|hr|kwaliteit|afdeling|team|boekhouding|"
        + @"salarisadministratie|opleidingen))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Speaks();
}
