using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// A message on the queue of signals that the engine did not accept: the case, the number of the event and, where there
/// is one, its <c>traceparent</c>, separated by spaces.
/// </summary>
public sealed record PostponedSignal(CaseNumber Case, int Event, string? Trace)
{
    public const string QueueName = "signals";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case} {Event} {Trace}").TrimEnd();

    /// <exception cref="FormatException">The text does not start with a case number and the number of an
    /// event.</exception>
    public static PostponedSignal Parse(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Split(' ') switch
        {
            [var number, var e] => new(CaseNumber.Parse(number), int.Parse(e, CultureInfo.InvariantCulture), null),
            [var number, var e, var trace] => new(CaseNumber.Parse(number), int.Parse(e, CultureInfo.InvariantCulture), trace),
            _ => throw new FormatException("This is no signal to a case."),
        };
    }
}
