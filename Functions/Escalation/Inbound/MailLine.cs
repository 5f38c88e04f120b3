namespace RegelLoket.Escalation.Inbound;

/// <summary>A line of a mail, with what its layout says of whose words it holds.</summary>
/// <param name="Text">The words, without the signs that quote them.</param>
/// <param name="Depth">How often it is quoted: signs <c>&gt;</c> and quotation blocks together.</param>
internal sealed record MailLine(string Text, int Depth = 0)
{
    /// <summary>Whether signs quote it, which nobody writes by hand.</summary>
    public bool HasSigns { get; init; }

    /// <summary>Whether colour, boldness or a marker sets part of it apart, as people do who answer within a quotation.</summary>
    public bool IsSetApart { get; init; }

    /// <summary>Whether the mail program itself says that this line tells where a quotation comes from.</summary>
    public bool IsAttribution { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A line of text, with the signs at its beginning counted.</summary>
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

        return new MailLine((signs > 0 ? line[start..].TrimStart() : line).TrimEnd(), depth + signs) { HasSigns = signs > 0 };
    }

    /// <summary>The lines of a text.</summary>
    public static List<MailLine> InText(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => Of(line))];
}
