using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Intake;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Codes, cookies, signatures and bodies that almost are ours: each is refused or means what it says, and none makes us fail.
/// </summary>
public sealed class OutsideInputPropertyTests
{
    private static readonly EphemeralDataProtectionProvider Keys = new();
    private static readonly ProtectedCookie Cookie =
        new(Keys, TimeProvider.System, "regelloket-proef", "/proef", TimeSpan.FromHours(1));

    private static readonly FollowCode Follow = FollowCode.New();
    private static readonly ReplyCode Reply = ReplyCode.New(CaseNumber.Parse("RR-2026-7KQ4M"), Ministry.Szw);
    private static readonly SignInCode SignIn = SignInCode.New(new Mailbox(Ministry.Szw, new string('a', 32)));
    private static readonly string Kept = Cookie.Protect("RR-2026-7KQ4M geheim");

    [Property(MaxTest = 500, Arbitrary = [typeof(Codes)])]
    public void Code_ThatAlmostIsOne_IsRefusedOrPrintsAsItWasReadAndOpensOnlyItsOwn(string text)
    {
        if (FollowCode.TryParse(text, out var follow))
        {
            Assert.True(FollowCode.TryParse(follow.ToString(), out var again) && again == follow);
            Assert.Equal(follow == Follow, follow.Matches(Follow.Hash()));
        }
        if (ReplyCode.TryParse(text, out var reply))
        {
            Assert.EndsWith(reply.ToString(), text.Trim(), StringComparison.Ordinal);
            Assert.Equal(reply == Reply, reply.Matches(Reply.Hash()));
        }
        if (SignInCode.TryParse(text, out var signIn))
        {
            Assert.EndsWith(signIn.ToString(), text.Trim(), StringComparison.Ordinal);
            Assert.Equal(signIn == SignIn, signIn.Matches(SignIn.Hash()));
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cookies)])]
    public void Cookie_ThatAlmostIsOurs_HoldsWhatWeWroteOrNothing(string text) =>
        Assert.True(Cookie.Unprotect(text) is null or "RR-2026-7KQ4M geheim");

    [Property(MaxTest = 500, Arbitrary = [typeof(Events)])]
    public void Signature_OfAnyBodyTimestampAndText_HoldsForWhatWasSignedAlone(byte[] body, string text)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = new SendGridSignature(
            Options.Create(new SendGridOptions { WebhookKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) }),
            TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Convert.ToBase64String(
            key.SignData([.. Encoding.UTF8.GetBytes(now), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        Assert.True(signature.IsValid(now, signed, body));
        Assert.False(signature.IsValid(now, signed, [.. body, 32]));
        Assert.False(signature.IsValid(text, signed, body));
        Assert.False(signature.IsValid(now, text, body));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Bodies)])]
    public void Body_ThatAlmostIsAReport_IsReadOrHasFaultsInTheSendersNames(byte[] body)
    {
        try
        {
            JsonSerializer.Deserialize<ReportRequest>(body, Api.Json);
        }
        catch (JsonException)
        {
            Assert.NotEmpty(JsonFaults.Of(body, typeof(ReportRequest), Api.Json));
        }
    }

    private static class Codes
    {
        public static Arbitrary<string> Texts() => Mutations.Of(
        [
            Follow.ToString(), Follow.Value.ToLowerInvariant(), Reply.ToString(), $"https://loket.example/reactie#{Reply}",
            SignIn.ToString(), .. Mutations.Lines("codes.txt"),
        ]).ToArbitrary();
    }

    private static class Cookies
    {
        public static Arbitrary<string> Texts() => Mutations.Of([Kept, .. Mutations.Lines("cookies.txt")]).ToArbitrary();
    }

    private static class Events
    {
        public static Arbitrary<byte[]> Batches() => Mutations.Of([Mutations.Seed("delivery-events.json")]).ToArbitrary();

        public static Arbitrary<string> Headers() => Mutations.Of(
            ["MEUCIQDx", "1796000000", .. Mutations.Lines("codes.txt")]).ToArbitrary();
    }

    private static class Bodies
    {
        public static Arbitrary<byte[]> Reports() =>
            Mutations.Of([.. new[] { "report.json", "analysis.json", "half-a-surrogate-in-a-name.json" }.Select(Mutations.Seed)])
                .ToArbitrary();
    }
}
