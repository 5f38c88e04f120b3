namespace RegelLoket.Privacy;

/// <summary>The facts of a follower for retention: the day of the newest own step, and the data left.</summary>
public sealed record FollowerFacts(int Place, DateOnly Since, bool HoldsContact, bool HoldsTexts);
