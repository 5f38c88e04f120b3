using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ans@voorbeeld.nl", "ans@voorbeeld.nl")]
    [InlineData("  ans@voorbeeld.nl\u200B ", "ans@voorbeeld.nl")]
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
    [InlineData("Ans <ans@voorbeeld.nl>")]
    [InlineData("\"a b\"@voorbeeld.nl")]
    [InlineData("=?utf-8?q?ans?=@voorbeeld.nl\u0000")]
    [InlineData("ans@[127.0.0.1]")]
    public void TryParse_AnythingElse_IsRefused(string? typed) => Assert.False(EmailAddress.TryParse(typed, out _));
}
