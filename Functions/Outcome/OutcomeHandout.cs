using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Web.Handouts;

namespace RegelLoket.Outcome;

/// <summary>
/// Makes the handout of an outcome, from the texts about the rule. The text to the reporter stays out of it, and so does
/// what the other texts repeat of the reporter: a name, an organisation, an address or a sentence.
/// </summary>
internal static class OutcomeHandout
{
    /// <summary>The least length of a part of a name that is looked for by itself; shorter ones are common words.</summary>
    private const int NameLength = 4;

    /// <summary>Returns the handout of a case; null without an outcome that is shown to a reporter.</summary>
    /// <param name="file">The case.</param>
    /// <param name="path">The address of the handout's page.</param>
    public static Handout? Of(CaseFile file, string path) => OutcomeLetter.Of(file) is { } letter
        ? Compose(letter, file, WorkingDays.DayOf(file.State.Outcome!.At), path) : null;

    /// <summary>Returns the handout as it would be with the analyst's input so far.</summary>
    public static Handout Preview(OutcomeLetter letter, CaseFile file, DateOnly today) =>
        Compose(letter, file, today, OutcomeRoutes.DeskHandout(file.Number));

    private static Handout Compose(OutcomeLetter letter, CaseFile file, DateOnly day, string path)
    {
        var (names, sentences) = (NamesOf(file).ToList(), ReporterWords.SentencesOf(file));
        return new Handout
        {
            Path = path,
            Title = letter.Heading,
            Outcome = letter.Outcome,
            Rules = letter.Rule is { } rule ? [rule] : [.. file.State.Context?.Rules ?? []],
            Parts = [.. letter.Explanations.Select(part => new HandoutPart(part.Heading, Veiled(part.Text, names, sentences)))],
            AnsweredOn = day,
        };
    }

    private static string Veiled(string text, List<string> names, IReadOnlySet<string> sentences)
    {
        foreach (var sentence in ReporterWords.Sentences(text).Where(sentences.Contains).Distinct())
        {
            text = text.Replace(sentence, Handout.LeftOut, StringComparison.Ordinal);
        }

        return names.Count == 0 ? text : Regex.Replace(
            text, $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', names)})(?![\p{{L}}\p{{N}}])", Handout.LeftOut,
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Returns patterns of the words that show who reported or joined, the longest first, so that a whole name goes before a part
    /// of it. A whole name counts in any capitals; a part of one may be a common word, and counts as it is written.
    /// </summary>
    private static IEnumerable<string> NamesOf(CaseFile file)
    {
        var contacts = new[] { file.Private.Reporter }.Concat(file.Private.Followers.Values).OfType<ReporterContact>().ToList();
        var whole = contacts.SelectMany(contact => new[] { contact.Name, contact.Email?.ToString(), contact.Telephone })
            .Concat([file.ReportedInAll(TextNames.Organisation), file.Reported(TextNames.Organisation)])
            .OfType<string>().Select(name => (Text: name.Trim(), Pattern: $"(?i:{Regex.Escape(name.Trim())})"));
        var parts = contacts.SelectMany(contact => (contact.Name ?? "").Split(' '))
            .Where(part => part.Length >= NameLength && char.IsUpper(part[0])).Select(part => (Text: part, Pattern: Regex.Escape(part)));
        return whole.Concat(parts).Where(name => name.Text.Length > 1).OrderByDescending(name => name.Text.Length)
            .Select(name => name.Pattern).Distinct();
    }
}
