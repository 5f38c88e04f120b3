using System.Text.Json;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ans@voorbeeld.nl", "ans@voorbeeld.nl")]
    [InlineData("  ans@voorbeeld.nl\u200B ", "ans@voorbeeld.nl")]
    [InlineData("ans@voor\u00ADbeeld.nl", "ans@voorbeeld.nl")]
    [InlineData("\u00A0ans@voorbeeld.nl\u00A0", "ans@voorbeeld.nl")]
    [InlineData("ans＠voorbeeld．nl", "ans@voorbeeld.nl")]
    [InlineData("mailto:ans@voorbeeld.nl", "ans@voorbeeld.nl")]
    [InlineData("Ans <ans@voorbeeld.nl>", "ans@voorbeeld.nl")]
    [InlineData("\"Ans de Wit\" <mailto:ans@voorbeeld.nl>", "ans@voorbeeld.nl")]
    [InlineData("<ans@voorbeeld.nl>", "ans@voorbeeld.nl")]
    [InlineData("ans@café-zorg.nl", "ans@xn--caf-zorg-d1a.nl")]
    [InlineData("ans@cafe\u0301-zorg.nl", "ans@xn--caf-zorg-d1a.nl")]
    [InlineData("ans@xn--caf-zorg-d1a.nl", "ans@xn--caf-zorg-d1a.nl")]
    [InlineData("o'hara_1+x@zorg.amsterdam", "o'hara_1+x@zorg.amsterdam")]
    [InlineData("Ans.van-der.Berg+zorg@Sub.Voorbeeld.nl", "Ans.van-der.Berg+zorg@Sub.Voorbeeld.nl")]
    public void TryParse_OneAddress_IsTaken(string typed, string expected)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal(expected, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ans")]
    [InlineData("ans@")]
    [InlineData("ans@voorbeeld")]
    [InlineData("ans@voorbeeld.nl\r\nBcc: x@y.nl")]
    [InlineData("ans@voorbeeld.nl\nBcc: x@y.nl")]
    [InlineData("ans@voorbeeld.nl%0d%0aBcc:x@y.nl")]
    [InlineData("ans@voorbeeld.nl\u2028Bcc: x@y.nl")]
    [InlineData("ans@voorbeeld.nl, bert@voorbeeld.nl")]
    [InlineData("ans@voorbeeld.nl;bert@voorbeeld.nl")]
    [InlineData("\"a b\"@voorbeeld.nl")]
    [InlineData("=?utf-8?q?ans?=@voorbeeld.nl\u0000")]
    [InlineData("ans@[127.0.0.1]")]
    [InlineData("Ans <ans@voorbeeld.nl>, Bert <bert@voorbeeld.nl>")]
    [InlineData("=?utf-8?q?ans?=@voorbeeld.nl")]
    [InlineData("ans@xn--99999999.nl")]
    [InlineData("ans@-voorbeeld.nl")]
    public void TryParse_AnythingElse_IsRefused(string? typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Theory]
    [InlineData("", "Vul een e-mailadres in")]
    [InlineData("ansvoorbeeld.nl", "ontbreekt een @")]
    [InlineData("ans@@voorbeeld.nl", "meer dan één @")]
    [InlineData("ans@zorg@voorbeeld.nl", "meer dan één @")]
    [InlineData("ans de.wit@voorbeeld.nl", "spatie")]
    [InlineData("ans@voorbeeld,nl", "komma")]
    [InlineData("ans@voorbeeld.nl, bea@voorbeeld.nl", "één e-mailadres")]
    [InlineData("ans@voorbeeld.nl.", "punt aan het eind")]
    [InlineData("ans@voorbeeld..nl", "punt")]
    [InlineData("ans@.voorbeeld.nl", "punt")]
    [InlineData("ans.@voorbeeld.nl", "Voor de @ staat een punt")]
    [InlineData(".ans@voorbeeld.nl", "Voor de @ staat een punt")]
    [InlineData("ans@voorbeeld", "hoort een punt")]
    [InlineData("@voorbeeld.nl", "Voor de @ staat niets")]
    [InlineData("ans@", "Achter de @ staat niets")]
    [InlineData("ans@127.0.0.1", ".1")]
    [InlineData("ans@voorbeeld.n", ".n ")]
    [InlineData("ans@laptop.local", ".local")]
    [InlineData("ans@voor_beeld.nl", "_")]
    [InlineData("ans(at)voorbeeld.nl", "ontbreekt een @")]
    [InlineData("josé@voorbeeld.nl", "é")]
    [InlineData("ans@voorbeeld.nl\u0000", "één e-mailadres")]
    [InlineData("ans\uD800@voorbeeld.nl", "teken")]
    public void TryParse_WhatNoMailReaches_SaysWhatIsWrong(string typed, string word)
    {
        Assert.False(EmailAddress.TryParse(typed, out var address, out var fault));
        Assert.Null(address);
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_TooLong_SaysSo()
    {
        Assert.False(EmailAddress.TryParse($"{new string('a', 65)}@voorbeeld.nl", out _, out var local));
        Assert.False(EmailAddress.TryParse($"ans@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}.nl", out _, out var whole));
        Assert.False(EmailAddress.TryParse(new string('x', 100_000), out _, out _));
        Assert.Contains("voor de @ is te lang", local, StringComparison.Ordinal);
        Assert.Contains("te lang", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ANS@Voorbeeld.NL")]
    [InlineData("ans@voorbeeld.nl.")]
    [InlineData("ans@voorbeeld.nl")]
    public void Key_OfEverySpelling_IsOne(string stored)
    {
        Assert.True(EmailAddress.TryParse(" Ans <ans@voorbeeld.nl>", out var asked));
        Assert.True(asked.IsSame(EmailAddress.Stored(stored)));
        Assert.False(asked.IsSame(EmailAddress.Stored($"x{stored}")));
        Assert.False(asked.IsSame(null));
    }

    [Fact]
    public void Key_OfTheSameDomainInPunycode_IsOne()
    {
        Assert.True(EmailAddress.TryParse("ans@Café-zorg.nl", out var typed));
        Assert.True(typed.IsSame(EmailAddress.Stored("ans@XN--caf-zorg-d1a.nl")));
        Assert.True(typed.IsSame(EmailAddress.Stored("ans@café-zorg.nl")));
    }

    [Fact]
    public void Json_OfAnAddressThatWouldBeRefusedNow_IsStillRead()
    {
        var stored = JsonSerializer.Deserialize<EmailAddress>("\"ans..b@laptop.local\"");

        Assert.Equal("ans..b@laptop.local", stored!.Value);
        Assert.True(EmailAddress.TrySeek("Ans..B@laptop.local", out var sought) && sought.IsSame(stored));
        Assert.False(EmailAddress.TrySeek("ans", out _));
    }
}
