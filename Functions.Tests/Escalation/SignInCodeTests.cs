using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

public sealed class SignInCodeTests
{
    private static readonly Mailbox Mailbox = Mailbox.Of(Ministry.Vws, AddressOf("post@minvws.example"));

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}\n")]
    [InlineData("https://loket.example/reactie/overzicht#{0}")]
    public void TryParse_CodeOrLink_IsTheCodeOfItsMailbox(string pasted)
    {
        var code = SignInCode.New(Mailbox);

        Assert.True(SignInCode.TryParse(string.Format(null, pasted, code), out var parsed));
        Assert.Equal(Mailbox, parsed.Mailbox);
        Assert.True(parsed.Matches(code.Hash()));
    }

    [Fact]
    public void Matches_HashOfAnotherCodeOrMailbox_IsFalse()
    {
        var code = SignInCode.New(Mailbox);
        var secret = code.ToString().Split('.')[2];
        var other = Mailbox.Of(Ministry.Ocw, AddressOf("post@minvws.example"));

        Assert.False(code.Matches(SignInCode.New(Mailbox).Hash()));
        Assert.True(SignInCode.TryParse($"{other}.{secret}", out var moved));
        Assert.False(moved.Matches(code.Hash()));
        Assert.NotEqual(code.Hash(), code.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("vws.{hash}")]
    [InlineData("vws.{hash}.{secret}.x")]
    [InlineData("bzk.{hash}.{secret}")]
    [InlineData("vws.{HASH}.{secret}")]
    [InlineData("vws.{hash}0.{secret}")]
    [InlineData("vws.{hash}.{secret}A")]
    [InlineData("vws.{hash}.kort")]
    [InlineData("vws.{hash}.{long}")]
    public void TryParse_AnythingElse_IsRefused(string? pasted)
    {
        var parts = SignInCode.New(Mailbox).ToString().Split('.');
        var text = pasted?.Replace("{hash}", parts[1], StringComparison.Ordinal)
            .Replace("{HASH}", $"A{parts[1][1..].ToUpperInvariant()}", StringComparison.Ordinal)
            .Replace("{secret}", parts[2], StringComparison.Ordinal).Replace("{long}", new string('A', 400), StringComparison.Ordinal);

        Assert.False(SignInCode.TryParse(text, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void Mailbox_OfOneAddressInAnySpelling_IsOneAndHoldsNoAddress()
    {
        Assert.True(Mailbox.Is(AddressOf("POST@MinVWS.example")));
        Assert.False(Mailbox.Is(AddressOf("ander@minvws.example")));
        Assert.False(Mailbox.Is(null));
        Assert.DoesNotContain("minvws", Mailbox.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static EmailAddress AddressOf(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
}
