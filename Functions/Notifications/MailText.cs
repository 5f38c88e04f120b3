using System.Text;

namespace RegelLoket.Notifications;

/// <summary>Renders the text version of every mail; <see cref="Pages.MailHtml"/> renders the same as HTML.</summary>
internal static class MailText
{
    public static string Of(MailContent content, MailFooter footer)
    {
        var text = new StringBuilder().Append(content.Ask).Append("\n\n");
        foreach (var part in content.Parts)
        {
            text.Append(Of(part)).Append("\n\n");
        }

        if (content.Link is { } link)
        {
            text.Append(link.Text).Append(":\n").Append(link.Target.AbsoluteUri).Append("\n\n");
        }

        return text.Append("-- \n").AppendJoin('\n', footer.Lines).Append('\n').ToString();
    }

    private static string Of(MailPart part) => part switch
    {
        MailPart.Paragraph paragraph => paragraph.Text,
        MailPart.Quote quote =>
            $"{quote.Label}:\n> {LinkDefanger.Of(quote.Text).Replace("\n", "\n> ", StringComparison.Ordinal)}",
        MailPart.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Key}: {fact.Value}")),
        MailPart.Links links => string.Join('\n', links.Items.Select(item =>
            $"{item.Key.Text}: {item.Value}\n{item.Key.Target.AbsoluteUri}")),
        _ => throw new InvalidOperationException($"A mail has no part {part.GetType().Name}."),
    };
}
