namespace RegelLoket.Escalation.Inbound;

/// <summary>What became of the letters of a mail.</summary>
/// <param name="NotKept">A line for each letter that was not kept, with the reason.</param>
/// <param name="MayComeAgain">Whether one could not be judged now: another delivery of the mail may keep it.</param>
public sealed record KeptLetters(IReadOnlyList<string> NotKept, bool MayComeAgain)
{
    public static KeptLetters None { get; } = new([], MayComeAgain: false);
}
