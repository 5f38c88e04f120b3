using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>
/// Numbers and addresses that people type: printing gives what was parsed, and nothing that is typed makes parsing fail otherwise than by
/// its answer.
/// </summary>
public sealed partial class ParsingPropertyTests
{
    [Property]
    public void CaseNumber_PrintedAndParsed_IsTheSame(NonNegativeInt year)
    {
        var number = CaseNumber.New(year.Get % 10_000);

        Assert.Equal(number, CaseNumber.Parse(number.ToString()));
        Assert.Equal(number, CaseNumber.Parse(number.ToString().Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.Equal(year.Get % 10_000, number.Year);
    }

    [Property]
    public void FollowNumber_PrintedAndParsed_IsTheSame(NonNegativeInt year, NonNegativeInt place)
    {
        int? follower = place.Get < FollowNumber.FirstFollower ? null : place.Get;
        var number = new FollowNumber(CaseNumber.New(year.Get % 10_000), follower);

        Assert.True(FollowNumber.TryParse(number.ToString(), out var parsed));
        Assert.Equal(number, parsed);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(AlmostANumber)])]
    public void TryParse_AnythingLikeANumber_IsRefusedOrHasOneSpelling(string? text)
    {
        if (CaseNumber.TryParse(text, out var number))
        {
            Assert.Matches(CaseNumberPattern(), number.Value);
            Assert.Equal(number, CaseNumber.Parse(number.Value));
        }

        if (FollowNumber.TryParse(text, out var follow))
        {
            Assert.True(FollowNumber.TryParse(follow.ToString(), out var again) && again == follow);
            Assert.True(follow.Follower is null or >= FollowNumber.FirstFollower);
        }

        Assert.Equal(CaseNumber.TryParse(text, out _), FollowNumber.TryParse(text, out var whole) && whole.Follower is null);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(AlmostAnAddress)])]
    public void EmailAddress_AnythingLikeAnAddress_IsRefusedOrOneAddressThatPrintsAsItself(string? text)
    {
        if (EmailAddress.TryParse(text, out var address))
        {
            Assert.True(EmailAddress.TryParse(address.ToString(), out var again));
            Assert.Equal(address, again);
            Assert.All(address.Value, character => Assert.InRange(character, '!', '~'));
            Assert.DoesNotContain(address.Value, character => ",;<>\"()[]\\".Contains(character, StringComparison.Ordinal));
            Assert.Matches(DomainPattern(), address.Domain);
        }
    }

    [Property]
    public void TryParse_Garbage_NeverThrows(string? text)
    {
        Assert.False(CaseNumber.TryParse(text, out _));
        Assert.False(FollowNumber.TryParse(text, out _));
        Assert.False(FollowCode.TryParse(text, out _));
        _ = EmailAddress.TryParse(text, out _);
    }

    private static class AlmostANumber
    {
        private const string Typed = "RR-2026-7KQ4M-3rR oOiIlLuU09\u2013\u00A0\u0660.";

        /// <summary>A number with a few characters replaced, added or taken away.</summary>
        public static Arbitrary<string> Text() =>
            (from number in Gen.Elements("RR-2026-7KQ4M", "rr20267kq4m", "RR-2026-7KQ4M-2", "RR-0000-00000-99999", "RR 2026 OIL4M 12")
             from place in Gen.Choose(0, number.Length)
             from taken in Gen.Choose(0, 2)
             from added in Gen.Elements(Typed.ToCharArray()).ArrayOf(2)
             from count in Gen.Choose(0, 2)
             select $"{number[..place]}{new string(added, 0, count)}{number[Math.Min(number.Length, place + taken)..]}").ToArbitrary();
    }

    private static class AlmostAnAddress
    {
        private static readonly string[] Pieces =
            ["ans", "b", ".", "@", "voorbeeld", ".nl", "-", "+", " ", "\r\n", "\u200B", "<", ">", ",", "\"", "é", "_", "'", "%0a", "1",
                "xn--", "="];

        public static Arbitrary<string> Text() =>
            Gen.OneOf(
                Gen.Elements(Pieces).ArrayOf(5).Select(pieces => string.Concat(pieces)),
                Gen.Elements(Pieces).ArrayOf(2).Select(local => $"ans{string.Concat(local)}@voorbeeld.nl"),
                Gen.Elements(Pieces).ArrayOf(2).Select(domain => $"ans@{string.Concat(domain)}voorbeeld.nl")).ToArbitrary();
    }

    [GeneratedRegex(@"^RR-\d{4}-[0-9A-HJKMNP-TV-Z]{5}$")]
    private static partial Regex CaseNumberPattern();

    [GeneratedRegex(@"^[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?$")]
    private static partial Regex DomainPattern();
}
