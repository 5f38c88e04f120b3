using System.Security.Claims;
using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Web.SignIn;

/// <summary>Who signed in, from the claims of Entra's tokens, of the platform's header and of the local identity.</summary>
public sealed class CurrentUserTests
{
    [Fact]
    public void Of_TokenOfEntra_HasObjectIdNameRolesAndAddress()
    {
        var user = Of(("oid", "1-2"), ("sub", "other"), ("name", "Ans Analist"), ("preferred_username", "ans@loket.example"),
            ("roles", "analist"), ("roles", "iets"))!;

        Assert.Equal(("1-2", "Ans Analist", "ans@loket.example"), (user.Id, user.Name, user.Email!.Value));
        Assert.Equal(["analist", "iets"], user.Roles);
        Assert.True(user is { IsAnalyst: true, IsCoordinator: false });
        Assert.Equal(new Actor(ActorRole.Analyst, "Ans Analist", "1-2"), user.AsActor());
    }

    [Fact]
    public void Of_HeaderOfThePlatform_UsesItsLongNames()
    {
        var user = Of(("http://schemas.microsoft.com/identity/claims/objectidentifier", "1-2"), (ClaimTypes.NameIdentifier, "x"),
            ("name", "Co"), (ClaimTypes.Email, "co@loket.example"), ("role", "COORDINATOR"))!;

        Assert.Equal(("1-2", "co@loket.example"), (user.Id, user.Email!.Value));
        Assert.True(user is { IsAnalyst: true, IsCoordinator: true });
        Assert.Equal(ActorRole.Coordinator, user.AsActor().Role);
    }

    [Theory]
    [InlineData("upn", "ans@loket.example", "ans@loket.example")]
    [InlineData("email", "geen adres", null)]
    [InlineData("x", "y", null)]
    public void Of_AddressInAnotherClaim_IsTheFirstThatIsOne(string claim, string value, string? expected) =>
        Assert.Equal(expected, Of(("sub", "1"), ("name", "Ans"), (claim, value))!.Email?.Value);

    [Fact]
    public void Of_WithoutIdOrName_IsNobody()
    {
        Assert.Null(Of(("name", "Ans")));
        Assert.Null(Of(("sub", "1")));
        Assert.Null(Of(("sub", ""), ("name", "Ans")));
        Assert.Null(Of());
        Assert.Equal("ans@loket.example", Of(("sub", "1"), ("preferred_username", "ans@loket.example"))!.Name);
    }

    [Fact]
    public void IsAnalyst_WithoutARole_IsFalse() => Assert.False(Of(("sub", "1"), ("name", "Ans"), ("roles", "lezer"))!.IsAnalyst);

    private static CurrentUser? Of(params (string Type, string Value)[] claims) => CurrentUser.Of(
        new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test")));
}
