using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RegelLoket.Cases;

/// <summary>
/// The number under which a case is followed: the case number itself for the reporter, with a place appended for an
/// organisation that joined later (<c>RR-2026-7KQ4M-2</c>). Like the case number it is not a secret and gives no
/// access.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Follower">The place among the followers, from 2; null for the reporter.</param>
public readonly record struct FollowNumber(CaseNumber Case, int? Follower)
{
    /// <summary>The place of the first organisation that joins; the reporter has place 1.</summary>
    public const int FirstFollower = 2;

    private const int CaseLength = 11;
    private const int MostDigits = 5;

    /// <summary>Parses a number as people type it: any case, with or without dashes and spaces.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FollowNumber result)
    {
        result = default;
        var compact = Crockford.Compact(text, maximumLength: 24);
        if (compact is null || compact.Length is < CaseLength or > CaseLength + MostDigits
            || !CaseNumber.TryParse(compact[..CaseLength], out var number))
        {
            return false;
        }

        if (compact.Length == CaseLength)
        {
            result = new FollowNumber(number, null);
            return true;
        }

        if (Crockford.Normalize(compact[CaseLength..]) is not { } place
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var follower)
            || follower < FirstFollower)
        {
            return false;
        }

        result = new FollowNumber(number, follower);
        return true;
    }

    public override string ToString() => Follower is { } place ? string.Create(CultureInfo.InvariantCulture, $"{Case}-{place}")
        : Case.ToString();
}
