using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>
/// What goes over the queue of new cases: the number and, behind a space, the <c>traceparent </c> of the report. A number alone is a
/// message too.
/// </summary>
public sealed record IntakeMessage(CaseNumber Case, string? Trace)
{
    public override string ToString() => Trace is null ? Case.Value : $"{Case.Value} {Trace}";

    /// <exception cref="FormatException">The text does not begin with a case number.</exception>
    public static IntakeMessage Parse(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Split(' ', 2) is [var number, var trace] ? new(CaseNumber.Parse(number), trace)
            : new(CaseNumber.Parse(message), null);
    }
}
