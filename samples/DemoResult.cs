namespace RegelLoket.Demo;

/// <summary>What came of it.</summary>
/// <param name="Added">How many cases were added.</param>
/// <param name="Stopped">How many of them did not come as far as they should.</param>
internal sealed record DemoResult(int Added, int Stopped);
