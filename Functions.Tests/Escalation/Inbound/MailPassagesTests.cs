using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>What a person wrote is never folded away; what the desk wrote is, wherever a mail program put it.</summary>
public sealed class MailPassagesTests
{
    private const string Question = "Mag een helpende insuline spuiten als dat is opgedragen?\nWij horen graag wat de wet toelaat.\n"
        + "De zaak speelt in een verpleeghuis in Utrecht.";

    [Theory]
    [InlineData("Ja, dat mag.\n\n> Mag een helpende insuline spuiten als dat is opgedragen?", "Ja, dat mag.")]
    [InlineData("Ja, dat mag.\n\nOp 30 november 2026 schreef RegelLoket:\n> Wij horen graag wat de wet toelaat.\n>\n> Groet",
        "Ja, dat mag.")]
    [InlineData("Ja.\n\nVan: RegelLoket\nVerzonden: maandag\nAan: Jan\nOnderwerp: vraag\n\nWij horen graag wat de wet toelaat.", "Ja.")]
    [InlineData("> Wij horen graag wat de wet toelaat.\nJa, zie artikel 35.\n> De zaak speelt in een verpleeghuis in Utrecht.",
        "Ja, zie artikel 35.")]
    public void Of_Reply_LeavesWhatWasWritten(string mail, string written) => Assert.Equal(written, Written(mail));

    [Fact]
    public void Of_MailThatQuotesAnotherSender_KeepsThatAsNew()
    {
        const string Mail = "Zie de jurist hieronder.\n\nOp 1 december 2026 schreef Piet de Jurist:\n> Volgens mij mag het van de wet.";

        Assert.Contains("Volgens mij mag het van de wet.", Written(Mail), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MailWithoutAnythingNew_GivesWhatTheDeskDoesNotKnow()
    {
        var quoted = Question.Replace("\n", "\n> ", StringComparison.Ordinal);

        Assert.Contains("Dit is ons antwoord.",
            Written($"Op 30 november 2026 schreef RegelLoket:\n> {quoted}\n> Dit is ons antwoord."), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PassagesInBetween_StandInTheirOrder()
    {
        var passages = Of("Een.\n> Wij horen graag wat de wet toelaat.\nTwee.\n> De zaak speelt in een verpleeghuis in Utrecht.\nDrie.");

        Assert.Equal([false, true, false, true, false], passages.Select(passage => passage.IsQuoted));
        Assert.Equal(["Een.", "Twee.", "Drie."], passages.Where(passage => !passage.IsQuoted).Select(passage => passage.Text));
    }

    [Property(MaxTest = 200)]
    public void Of_AnyMail_LosesNoWord(string? text)
    {
        var lines = MailLine.InText(text ?? "");

        var passages = MailPassages.Of(lines, new KnownText([Question]), new KnownText([]), _ => false);

        Assert.Equal(
            lines.SelectMany(line => KnownText.WordsOf(line.Text)),
            passages.SelectMany(passage => passage.Text.Split('\n')).SelectMany(KnownText.WordsOf));
    }

    [Property(MaxTest = 200)]
    public void Of_MailWithoutQuotations_IsNewFromBeginToEnd(string? text)
    {
        var plain = string.Concat((text ?? "").Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '.'));

        Assert.All(Of($"{plain} en meer"), passage => Assert.False(passage.IsQuoted));
    }

    private static string Written(string mail) =>
        string.Join('\n', Of(mail).Where(passage => !passage.IsQuoted).Select(passage => passage.Text));

    private static IReadOnlyList<(bool IsQuoted, string Text)> Of(string mail) => MailPassages.Of(
        MailLine.InText(mail), new KnownText([Question]), new KnownText([]),
        line => line.Contains("RegelLoket", StringComparison.OrdinalIgnoreCase));
}
