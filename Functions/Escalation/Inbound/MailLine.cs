namespace RegelLoket.Escalation.Inbound;

/// <summary>A line of a mail, with what its markup reveals about its author.</summary>
/// <param name="Text">The words, without <c>&gt;</c> signs at the start.</param>
/// <param name="Depth">The depth of quotation: <c>&gt;</c> signs and quotation blocks together.</param>
internal sealed record MailLine(string Text, int Depth = 0)
{
    /// <summary>Whether it begins with <c>&gt;</c> signs: of a program that quotes it, or of a person who means "more than".</summary>
    public bool HasSigns { get; init; }

    /// <summary>The line as it was written, with its signs.</summary>
    public string Written { get => field ?? Text; init; }

    /// <summary>
    /// Whether part of it is coloured, bold or highlighted, as in answers between the lines of a quotation.
    /// </summary>
    public bool IsSetApart { get; init; }

    /// <summary>Whether the mail program marks it as the attribution of a quotation.</summary>
    public bool IsAttribution { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Parses a line of text, counting the signs at its start.</summary>
    public static MailLine Of(string line, int depth = 0)
    {
        var signs = 0;
        var start = 0;
        for (var i = 0; i < line.Length && line[i] is '>' or ' ' or '\u00A0' or '\t'; i++)
        {
            if (line[i] == '>')
            {
                signs++;
                start = i + 1;
            }
        }

        var text = (signs > 0 ? line[start..].TrimStart() : line).TrimEnd();
        return new MailLine(text, depth + signs) { HasSigns = signs > 0, Written = signs > 0 && text.Length > 0 ? line.Trim() : text };
    }

    /// <summary>Splits a text into lines.</summary>
    public static List<MailLine> InText(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => Of(line))];
}
