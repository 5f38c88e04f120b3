using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

public sealed class SendGridSignatureTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("[{\"event\":\"delivered\",\"email\":\"é@x.nl\"}]\r\n");
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => key.Dispose();

    [Fact]
    public void IsValid_SignedNow_IsTrue() => Assert.True(Signature().IsValid(now, Sign(now, Body), Body));

    [Fact]
    public void IsValid_OneByteOfBodyOrTimestampChanged_IsFalse()
    {
        var signature = Sign(now, Body);
        var altered = (byte[])Body.Clone();
        altered[5] ^= 1;

        Assert.False(Signature().IsValid(now, signature, altered));
        Assert.False(Signature().IsValid(now, signature, Body.AsSpan(0, Body.Length - 2)));
        Assert.False(Signature().IsValid((long.Parse(now, CultureInfo.InvariantCulture) + 1)
            .ToString(CultureInfo.InvariantCulture), signature, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen-base64!")]
    [InlineData("AAAA")]
    public void IsValid_NoSignature_IsFalse(string signature) => Assert.False(Signature().IsValid(now, signature, Body));

    [Fact]
    public void IsValid_AnotherKeyOrNoKey_IsFalse()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.False(Signature(other).IsValid(now, Sign(now, Body), Body));
        Assert.False(new SendGridSignature(Options.Create(new SendGridOptions()), TimeProvider.System).IsValid(now, Sign(now, Body), Body));
    }

    [Fact]
    public void IsValid_OldTimestamp_IsFalse()
    {
        var old = (long.Parse(now, CultureInfo.InvariantCulture) - 3600).ToString(CultureInfo.InvariantCulture);

        Assert.False(Signature().IsValid(old, Sign(old, Body), Body));
    }

    private SendGridSignature Signature(ECDsa? other = null) =>
        new(Options.Create(new SendGridOptions { WebhookKey = Convert.ToBase64String((other ?? key).ExportSubjectPublicKeyInfo()) }),
            TimeProvider.System);

    private string Sign(string timestamp, byte[] body) =>
        Convert.ToBase64String(key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
}
