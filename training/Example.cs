namespace Training;

/// <summary>Something to learn from: its features with their values, its owners as bits, and how much it counts.</summary>
internal sealed record Example(int[] Keys, double[] Values, int Labels, double Weight);
