using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// The small words that show whether a report is about one problem or several: "daarnaast", "ook nog", "ten tweede",
/// and the starts of sentences. Words of the subject are left out, so that no subject is a cue.
/// </summary>
internal static class ProblemCues
{
    private const string Any = "_";

    private static readonly HashSet<string> Counting =
    [
        .. ("twee tweede derde drie dubbel dubbele beide allebei ander andere daarnaast verder bovendien ook ondertussen intussen tegelijk "
            + "tegelijkertijd los gesproken eveneens overigens trouwens vervolgens "
            + "eerst ten tenslotte punt kwestie zaak probleem kant apart "
            + "nog weer zowel hetzelfde loketten instanties ministeries regels papieren bovenop plus daarbij hierbij").Split(' '),
    ];

    public static IReadOnlyCollection<string> Of(ReportText report)
    {
        var cues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, text, _) in report.Fields())
        {
            var tokens = Tokenizer.Tokenize(text);
            for (var i = 0; i < tokens.Count; i++)
            {
                var begins = i == 0 || tokens[i].Sentence != tokens[i - 1].Sentence;
                var word = WordOf(tokens[i]);
                var before = begins ? "^" : WordOf(tokens[i - 1]);
                if (word != Any)
                {
                    cues.Add("!" + word);
                }

                if (word != Any || before != Any)
                {
                    cues.Add($"!{before} {word}");
                }

                if (begins && i + 1 < tokens.Count)
                {
                    cues.Add($"!^{word} {WordOf(tokens[i + 1])}");
                }
            }
        }

        return cues;
    }

    private static string WordOf(Token token) =>
        StopWords.IsTooCommon(token.Word) || StopWords.IsEveryday(token.Word) || Counting.Contains(token.Word)
            ? token.Word : Any;
}
