using System.Text;
using RegelLoket.Escalation.Inbound;
using static RegelLoket.Tests.Escalation.Inbound.SampleMails;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>Replies as people really send them: what is new is read whole, what they quote is kept, and our codes are nowhere.</summary>
public sealed class MailReaderTests
{
    [Theory]
    [MemberData(nameof(SampleReplies.All), MemberType = typeof(SampleReplies))]
    public void Read_AReply_GivesWhatIsNewAndKeepsAllOfIt(string how, string text, string html, string expected)
    {
        var reading = Read(text, html);

        Assert.True(expected == reading.Words, $"{how}: {reading.Words}");
        AssertNoCodes(reading);
    }

    [Fact]
    public void Read_AnswersBetweenQuotations_Case1_GivesBothAndFoldsTheQuotation()
    {
        const string Mail = "Zie mijn antwoorden hieronder\n\nOp 30 november 2026 schreef RegelLoket:\n> vraag\n\n"
            + "Antwoord: UWV mag toestemming geven\n\n> vraag 2\n\nAntwoord: nee";

        var reading = Read(Mail);

        Assert.Equal("Zie mijn antwoorden hieronder\n\nAntwoord: UWV mag toestemming geven\n\nAntwoord: nee", reading.Words);
        Assert.Equal(
            [
                (false, "Zie mijn antwoorden hieronder"), (true, "Op 30 november 2026 schreef RegelLoket:\nvraag"),
                (false, "Antwoord: UWV mag toestemming geven"), (true, "vraag 2"), (false, "Antwoord: nee"),
            ],
            MailReader.PassagesOf(reading.Whole!));
    }

    [Fact]
    public void Read_ALongMail_Case5_IsKeptToItsLastWord()
    {
        var text = new StringBuilder();
        while (text.Length < 12_800)
        {
            text.Append("Een zin van de jurist over artikel ").Append(text.Length).Append(".\n");
        }

        Assert.EndsWith("SLOTCONCLUSIE: het mag.", Read($"{text}SLOTCONCLUSIE: het mag.").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMailWithVeryManyAttachmentsAndALongSubject_NamesTheFirstAndSaysSo()
    {
        var mail = MailOf("Zie de bijlagen.") with
        {
            Subject = new string('x', 100_000),
            Attachments = [.. Enumerable.Range(1, 1000).Select(
                i => new InboundAttachment($"{i}{new string('y', 500)}.pdf", "application/pdf", 1, false))],
        };

        var facts = Read(mail).Facts;

        Assert.InRange(facts.Length, 1, 20_000);
        Assert.Contains("Bijlage: 20y", facts, StringComparison.Ordinal);
        Assert.EndsWith("En nog 980 bijlagen. Open de hele mail om ze te zien.", facts, StringComparison.Ordinal);
        Assert.Contains("Bijlage: 1000y", MailReader.AsItCame(mail).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatWasMailedBefore_IsFoldedWhenQuotedAndReadWhenWrittenAgain()
    {
        const string Before = "Het mag volgens ons als het UWV toestemming geeft.";

        Assert.Equal("Nog een punt.", Read(
            $"Nog een punt.\n\nVan: Jan Jansen\nVerzonden: maandag\nAan: RegelLoket\nOnderwerp: RE\n\n{Before}", "", Before)
            .Words.Split('\n')[0]);
        Assert.Equal(Before, Read(Before, "", Before).Words);
    }

    [Theory]
    [InlineData(Desk)]
    [InlineData("RR-2026-7KQ4M.SZW.0123456789ABCDEF0123@ANTWOORD.EXAMPLE")]
    [InlineData(Link)]
    [InlineData("https://eur03.safelinks.example/?url=https%3A%2F%2Floket.example%2Freactie%23RR-2026-7KQ4M.szw." + Secret + "&data=05")]
    [InlineData("> https://loket.example/reactie#RR-2026-7KQ4M.szw.AbCdEfGhIjKlMnOpQrSt\n> UvWxYz0123456789-_abcde")]
    [InlineData("Aan: rr-2026-7kq4m.szw.\n 0123456789abcdef0123@antwoord.example")]
    public void Without_ACodeOfOurs_TakesItOutAndNothingElse(string text)
    {
        var without = ReplyTokens.Without($"Voor {text}\nAchteraf mag het.");

        Assert.StartsWith("Voor ", without, StringComparison.Ordinal);
        Assert.EndsWith("\nAchteraf mag het.", without, StringComparison.Ordinal);
        Assert.Contains("[code]", without, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", without, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Het gaat om RR-2026-7KQ4M.\nMorgen meer.")]
    [InlineData("RR-2026-7KQ4M.szw heeft geantwoord")]
    [InlineData("rr- rr-2026 terr-")]
    public void Without_NoCode_ChangesNothing(string text) => Assert.Equal(text, ReplyTokens.Without(text));

    /// <summary>Text that makes a careless reader go round and round, and layout that is deeper than the reader follows.</summary>
    public static TheoryData<string, string> Hostile => new()
    {
        { string.Concat(Enumerable.Repeat("Op 1 schreef ", 5_000)), "" },
        { string.Concat(Enumerable.Repeat("Op 1\n", 13_000)), "" },
        { string.Concat(Enumerable.Repeat("van: a@b\n", 7_000)), "" },
        { string.Concat(Enumerable.Repeat(">", 65_536)), "" },
        { string.Concat(Enumerable.Repeat("> \n", 21_000)), "" },
        { string.Concat(Enumerable.Repeat($"Zie rr-2026-7kq4m.szw.{Token}\n", 1_500)), "" },
        { string.Concat(Enumerable.Repeat($"Zie rr-2026-7kq4m.szw.{Token} ", 1_500)), "" },
        { string.Concat(Enumerable.Repeat("zaaknummer RR-2026-7KQ4M\n", 2_600)), "" },
        { "Tekst", string.Concat(Enumerable.Repeat("<blockquote>", 300)) },
        { "Tekst", string.Concat(Enumerable.Repeat("<div style='color:red'>", 300)) },
        { "", string.Concat(Enumerable.Repeat("&", 65_000)) },
    };

    /// <summary>A reader that goes back for every line would not come to its end here.</summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileText_LosesNoWordAndShowsNoCode(string text, string html)
    {
        var reading = Read(text, html);

        AssertNoCodes(reading);
        var shown = reading.Whole ?? reading.Words;
        Assert.Equal(text.Any(char.IsLetterOrDigit), shown.Replace("[code]", "", StringComparison.Ordinal).Any(char.IsLetterOrDigit));
    }

    private static void AssertNoCodes(MailReading reading)
    {
        foreach (var shown in new[] { reading.Words, reading.Whole ?? "", reading.Facts })
        {
            Assert.DoesNotContain(Token, shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Secret, shown, StringComparison.OrdinalIgnoreCase);
        }
    }
}
