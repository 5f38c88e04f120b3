using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

public sealed class ReplyCodeTests
{
    private static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");

    [Fact]
    public void TryParse_CodeOrWholeLink_GivesTheSameCode()
    {
        var code = ReplyCode.New(Number, Ministry.Vws);

        Assert.True(ReplyCode.TryParse(code.ToString(), out var alone));
        Assert.True(ReplyCode.TryParse($"  https://loket.example/reactie#{code}  ", out var linked));
        Assert.True(alone.Matches(code.Hash()));
        Assert.True(linked.Matches(code.Hash()));
    }

    [Fact]
    public void Matches_OneCharacterOrCaseOrMinistryChanged_IsFalse()
    {
        var code = ReplyCode.New(Number, Ministry.Vws);
        var text = code.ToString();
        var altered = Enumerable.Range(0, text.Length)
            .Select(i => text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..])
            .Append(text.Replace(".vws.", ".ocw.", StringComparison.Ordinal))
            .Append(text.Replace("7KQ4M", "7KQ4N", StringComparison.Ordinal))
            .Where(t => t != text);

        // The last of 43 base64 characters carries four bits: the one spelling that decodes to the same bytes is refused as not canonical
        // or differs.
        Assert.All(altered, a => Assert.False(ReplyCode.TryParse(a, out var other) && other.Matches(code.Hash()), a));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RR-2026-7KQ4M.vws.")]
    [InlineData("RR-2026-7KQ4M.vws.AAAA")]
    [InlineData("RR-2026-7KQ4M.fin.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("rr-2026-7kq4m.vws.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../private/RR-2026-7KQ4M")]
    public void TryParse_SomethingElse_IsRefused(string? text) => Assert.False(ReplyCode.TryParse(text, out _));

    [Fact]
    public void New_Secrets_Hold256Bits()
    {
        var secrets = Enumerable.Range(0, 200)
            .Select(_ => Convert.FromBase64String(ReplyCode.New(Number, Ministry.Szw).ToString().Split('.')[2].Replace('-', '+')
            .Replace('_', '/') + "=")).ToList();

        Assert.All(secrets, s => Assert.Equal(32, s.Length));
        Assert.Equal(200, secrets.Select(Convert.ToHexString).Distinct().Count());
        // Every byte position takes many values: no part of the secret is fixed.
        Assert.All(Enumerable.Range(0, 32), position => Assert.True(secrets.Select(s => s[position]).Distinct().Count() > 60));
    }
}
