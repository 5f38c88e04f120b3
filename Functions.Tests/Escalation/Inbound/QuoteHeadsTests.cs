using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>Which lines of a mail announce a quotation, and whose mail is quoted below them.</summary>
public sealed class QuoteHeadsTests
{
    [Theory]
    [InlineData("Op 30 november 2026 schreef RegelLoket:", nameof(QuoteOwner.Desk))]
    [InlineData("On 30 November 2026, Piet wrote:", nameof(QuoteOwner.Other))]
    [InlineData("Am 30.11.2026 schrieb RegelLoket:", nameof(QuoteOwner.Desk))]
    [InlineData("Le 30 novembre 2026, Piet a écrit :", nameof(QuoteOwner.Other))]
    [InlineData("Piet Jansen <piet@example.org> schreef:", nameof(QuoteOwner.Other))]
    public void Find_AttributionAboveAQuotation_NamesTheOwner(string head, string owner)
    {
        var heads = Of($"Ja, dat mag.\n\n{head}\n> Mag dit?");

        Assert.Equal([null, null, Enum.Parse<QuoteOwner>(owner), null], heads.Owners);
    }

    [Theory]
    [InlineData("Op 30 november 2026 schreef RegelLoket:\n\nMag dit?")]
    [InlineData("In de wet staat geschreven:\nalleen een arts mag dit.")]
    [InlineData("Piet schreef:\n> dat het mag")]
    [InlineData("Onze vragen:\n> Mag dit?")]
    [InlineData("Op maandag schreef iemand:\n> dat het mag")]
    public void Find_SentenceThatOnlyLooksLikeOne_AnnouncesNothing(string mail) =>
        Assert.All(Of(mail).Owners, owner => Assert.Null(owner));

    [Fact]
    public void Find_AttributionOfTheDeskWithoutSigns_NeedsWhatTheDeskSentBelow()
    {
        const string Mail = "Ja.\n\nOp 30 november 2026 schreef RegelLoket:\n\nMag een helpende dit?";

        Assert.Equal(QuoteOwner.Desk, Of(Mail, sent: "Mag een helpende dit?").Owners[2]);
        Assert.True(Of(Mail, sent: "Mag een helpende dit?").Heads.OpensFlat(2));
        Assert.Null(Of(Mail).Owners[2]);
    }

    [Fact]
    public void Find_AttributionOverSeveralLines_IsOne()
    {
        var heads = Of("Ja.\n\nOp 30 november 2026 om 12:00\nschreef RegelLoket\n<loket@example.org>:\n> Mag dit?");

        Assert.Equal([null, null, QuoteOwner.Desk, QuoteOwner.Desk, QuoteOwner.Desk, null], heads.Owners);
    }

    [Theory]
    [InlineData("Van: RegelLoket\nVerzonden: maandag 30 november\nAan: Jan\nOnderwerp: vraag", nameof(QuoteOwner.Desk))]
    [InlineData("From: Piet <piet@example.org>\nSent: Monday\nTo: Jan\nSubject: question", nameof(QuoteOwner.Other))]
    [InlineData("*Van:* RegelLoket\n*Verzonden:* maandag\n*Aan:* Jan", nameof(QuoteOwner.Desk))]
    [InlineData("Von: RegelLoket\nGesendet: Montag\nAn: Jan", nameof(QuoteOwner.Desk))]
    public void Find_BlockOfHeaders_IsOneHeadThatOpensToTheEnd(string block, string owner)
    {
        var heads = Of($"Ja.\n\n{block}\n\nMag dit?");
        var count = block.Split('\n').Length;

        Assert.Equal(Enumerable.Repeat<QuoteOwner?>(Enum.Parse<QuoteOwner>(owner), count), heads.Owners.Skip(2).Take(count));
        Assert.True(heads.Heads.OpensFlat(count + 1));
        Assert.Null(heads.Owners[^1]);
    }

    [Theory]
    [InlineData("-----Oorspronkelijk bericht-----")]
    [InlineData("________________________________")]
    [InlineData("Begin doorgestuurd bericht:")]
    public void Find_RuleAboveABlock_BelongsToIt(string rule)
    {
        var heads = Of($"Ja.\n{rule}\n\nVan: RegelLoket\nVerzonden: maandag\n\nMag dit?");

        Assert.Equal(QuoteOwner.Desk, heads.Owners[1]);
        Assert.Null(heads.Owners[0]);
    }

    [Theory]
    [InlineData("Van: mij persoonlijk mag het")]
    [InlineData("Aan: Jan\nOnderwerp: vraag")]
    public void Find_LineWithALabelAlone_IsNoHead(string mail) => Assert.All(Of(mail).Owners, owner => Assert.Null(owner));

    [Property(MaxTest = 500, Arbitrary = [typeof(AlmostAMail)])]
    public void Find_AnyMail_OpensOnlyAtHeads(string mail)
    {
        var lines = MailLine.InText(mail);
        var (owners, heads) = Of(mail, sent: "Mag dit?");

        for (var i = 0; i < lines.Count; i++)
        {
            Assert.True(owners[i] is not null || !heads.OpensFlat(i), $"line {i} opens without a head in {mail}");
            Assert.NotEqual(QuoteOwner.None, owners[i]);
        }
    }

    private static (IReadOnlyList<QuoteOwner?> Owners, QuoteHeads Heads) Of(string mail, string? sent = null)
    {
        var lines = MailLine.InText(mail);
        var heads = new QuoteHeads(
            lines, [.. lines.Select(line => sent is not null && line.Text.Contains(sent, StringComparison.Ordinal))],
            line => line.Contains("RegelLoket", StringComparison.OrdinalIgnoreCase)).Find();
        return ([.. lines.Select((_, i) => heads[i])], heads);
    }

    /// <summary>Lines as mail programs write them, in any order.</summary>
    private static class AlmostAMail
    {
        private static readonly string[] Lines =
            ["", "Ja.", "> Mag dit?", ">> Nee", "Mag dit?", "Van: RegelLoket", "Van: Piet", "Verzonden: maandag", "Aan: jan@example.org",
                "Op 30 november 2026 schreef RegelLoket:", "Op 30 november 2026", "schreef Piet:", "-----Bericht-----", "____",
                "> Van: Piet", "> Verzonden: maandag", "From:", "piet@example.org"];

        public static Arbitrary<string> Text() => Gen.Elements(Lines).ArrayOf(9).Select(lines => string.Join('\n', lines)).ToArbitrary();
    }
}
