namespace RegelLoket.Privacy;

/// <summary>What retention asks of a follower: the day of the newest step that was the follower's own, and what is still there.</summary>
public sealed record FollowerFacts(int Place, DateOnly Since, bool HoldsContact, bool HoldsTexts);
