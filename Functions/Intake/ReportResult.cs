namespace RegelLoket.Intake;

/// <summary>The result of a report: a receipt, or the reason why there is none.</summary>
public abstract record ReportResult
{
    private ReportResult()
    {
    }

    public sealed record Received(Receipt Receipt) : ReportResult;

    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : ReportResult;

    /// <summary>The key was used before for another report.</summary>
    public sealed record KeyInUse : ReportResult;

    /// <summary>The caller reported too often today; nothing was stored.</summary>
    public sealed record TooMany : ReportResult;

    /// <summary>Too many receipts went to the reporter's e-mail address today; nothing was stored.</summary>
    public sealed record TooManyReceipts : ReportResult
    {
        public const string Title = "Dit e-mailadres kreeg vandaag te veel mail";
        public const string Detail =
            "Probeer het morgen nog een keer, of meld zonder e-mailadres. Je krijgt dan wel een nummer en een "
            + "code.";
    }
}
