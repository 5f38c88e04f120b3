namespace RegelLoket.Demo;

/// <summary>How many working days each step of the desk takes, and how long a ministry thinks.</summary>
internal sealed record DemoPace(int Assign, int Analyse, int State, int Approve, int Escalate, int Answer, int Conclude)
{
    private static readonly DemoPace Usual = new(2, 5, 4, 2, 2, 12, 4);
    private static readonly DemoPace Quick = new(1, 2, 2, 1, 1, 7, 2);
    private static readonly DemoPace Slow = new(4, 11, 8, 5, 7, 15, 9);

    /// <summary>After the term of twenty working days.</summary>
    private const int LateAnswer = 26;

    public static DemoPace Of(IReadOnlySet<DemoWord> words)
    {
        var pace = words.Contains(DemoWord.Quick) ? Quick : words.Contains(DemoWord.Slow) ? Slow : Usual;
        return words.Contains(DemoWord.Late) ? pace with { Answer = LateAnswer } : pace;
    }
}
