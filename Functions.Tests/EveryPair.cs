namespace RegelLoket.Tests;

/// <summary>Data of a theory over any two of some names, also the same one twice.</summary>
public static class EveryPair
{
    public static TheoryData<string, string> Of(IReadOnlyCollection<string> names)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var first in names)
        {
            foreach (var second in names)
            {
                pairs.Add(first, second);
            }
        }

        return pairs;
    }
}
