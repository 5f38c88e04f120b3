using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

public sealed class ProtectedSecretsTests
{
    private readonly ProtectedSecrets secrets = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Unprotect_ProtectedSecret_IsTheSecretAndNeverTheSameText()
    {
        var (one, other) = (secrets.Protect("geheim"), secrets.Protect("geheim"));

        Assert.NotEqual(one, other);
        Assert.Equal(("geheim", "geheim"), (secrets.Unprotect(one), secrets.UnprotectOrNull(other)));
    }

    [Fact]
    public void UnprotectOrNull_NothingAlteredOrOfAnotherKey_IsNothing()
    {
        var foreign = new ProtectedSecrets(new EphemeralDataProtectionProvider()).Protect("geheim");

        Assert.Null(secrets.UnprotectOrNull(null));
        Assert.Null(secrets.UnprotectOrNull("verzonnen"));
        Assert.Null(secrets.UnprotectOrNull(foreign));
        Assert.Throws<CryptographicException>(() => secrets.Unprotect(foreign));
    }

    [Theory]
    [InlineData(null, "followCode")]
    [InlineData(2, "followCode.2")]
    public void FollowCodeOf_ReporterOrFollower_IsANameOfItsOwn(int? follower, string name) =>
        Assert.Equal(name, ProtectedSecrets.FollowCodeOf(follower));
}
