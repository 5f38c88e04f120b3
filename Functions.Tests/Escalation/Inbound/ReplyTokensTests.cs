using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>No secret of ours stays in a text that came back, and no word of the sender goes with it.</summary>
public sealed class ReplyTokensTests
{
    [Theory]
    [InlineData("Zie https://x.example/reactie#{0} en reageer.", "Zie https://x.example/reactie#RR-2026-7KQ4M.vws.[code] en reageer.")]
    [InlineData("{0}", "RR-2026-7KQ4M.vws.[code]")]
    [InlineData("<{0}>\nGroet, Ans", "<RR-2026-7KQ4M.vws.[code]>\nGroet, Ans")]
    [InlineData("{0} {0}", "RR-2026-7KQ4M.vws.[code] RR-2026-7KQ4M.vws.[code]")]
    [InlineData("RR-2026-7KQ4M.szw.{0}", "RR-2026-7KQ4M.szw.RR-2026-7KQ4M.vws.[code]")]
    public void Without_LinkOfOurs_LosesItsSecretAlone(string text, string expected) =>
        Assert.Equal(expected, ReplyTokens.Without(string.Format(null, text, NewCode())));

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u00AD")]
    [InlineData("\u0000")]
    public void Without_LinkWithASignThatNobodySees_LosesItsSecretWhereverItStands(string sign)
    {
        var code = NewCode();
        var secret = code.Split('.')[2];

        for (var at = 1; at < code.Length; at++)
        {
            var kept = ReplyTokens.Without(TextSanitizer.Clean(code.Insert(at, sign) + " en verder"));

            Assert.EndsWith("[code] en verder", kept, StringComparison.Ordinal);
            Assert.DoesNotContain(secret[^8..], kept, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_AddressOfOurs_LosesItsToken()
    {
        var local = ReplyAddress.LocalPartOf(CaseFiles.Number, Ministry.Szw, ReplyCode.New(CaseFiles.Number, Ministry.Szw).ToString());

        var kept = ReplyTokens.Without($"Aan: {local}@in.loket.example Verzonden: maandag");

        Assert.Equal("Aan: rr-2026-7kq4m.szw.[code]@in.loket.example Verzonden: maandag", kept);
    }

    [Theory]
    [InlineData("Ik las RR-2026-7KQ4M en de wet.")]
    [InlineData("RR-2026-7KQ4M.vws")]
    [InlineData("RR-2026-7KQ4M.bzk.abc")]
    [InlineData("rr-2026-7k.vws.abc")]
    [InlineData("")]
    public void Without_TextWithoutASecret_IsThatText(string text) => Assert.Equal(text, ReplyTokens.Without(text));

    [Property(MaxTest = 300, Arbitrary = [typeof(Wraps)])]
    public void Without_LinkWrappedAnywhereByAMailProgram_KeepsNothingOfTheSecret(int at, string wrap, bool upper)
    {
        var code = NewCode();
        var line = $"Lees de vraag en reageer op https://loket.example/reactie#{code}";
        var wrapped = line.Insert(Math.Min(line.Length - 1, 40 + at), wrap) + "\nMet vriendelijke groet";
        var secret = code.Split('.')[2];

        var kept = ReplyTokens.Without(upper ? wrapped.ToUpperInvariant() : wrapped);

        Assert.EndsWith(upper ? "MET VRIENDELIJKE GROET" : "Met vriendelijke groet", kept, StringComparison.Ordinal);
        foreach (var piece in Enumerable.Range(0, secret.Length - 7).Select(i => secret.Substring(i, 8)))
        {
            Assert.DoesNotContain(piece, kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Property]
    public void Without_AnyText_FailsNeverAndChangesNothingASecondTime(string? text)
    {
        var once = ReplyTokens.Without(text ?? "");

        Assert.Equal(once, ReplyTokens.Without(once));
    }

    private static string NewCode() => ReplyCode.New(CaseFiles.Number, Ministry.Vws).ToString();

    private static class Wraps
    {
        public static Arbitrary<string> Wrap() => Gen.Elements("\n", "\r\n", "=\r\n", "\n> ", "\r\n>> ", "\n  ").ToArbitrary();

        public static Arbitrary<int> Place() => Gen.Choose(0, 70).ToArbitrary();
    }
}
