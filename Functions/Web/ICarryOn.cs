using Microsoft.DurableTask.Client;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>
/// The part that a form of one step can carry along for the next: the fields of that step are on the same form, and one press
/// of a button sends both. Registered by the step that owns the fields, so that the step before knows nothing of it.
/// Each stays a command of its own, with its own event, and is asked for in the order in which a case meets them.
/// </summary>
public interface ICarryOn
{
    /// <summary>The tab with the form that can carry it along.</summary>
    string After { get; }

    /// <summary>The tab of its own, which shows what came of it.</summary>
    string Tab { get; }

    /// <summary>The words on the button that sends both.</summary>
    string Button { get; }

    /// <summary>What is said when the first command was carried out and this one was not.</summary>
    string OnlyTheFirst { get; }

    /// <summary>Its fields: a component with the parameter <c>Case</c>.</summary>
    Type Fields { get; }

    /// <summary>A component with the parameter <c>Case</c> that shows what will come of it, beside the form; null for none.</summary>
    Type? Preview => null;

    /// <summary>The fields by name, also those that it shares with the form that carries it.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Whether the form offers it for this case.</summary>
    bool IsOffered(CaseFile file);

    /// <summary>Fills in those of its fields that the form does not hold yet.</summary>
    void Start(FormState form, CaseFile file);

    /// <summary>Does it, once the first command was carried out.</summary>
    Task<CommandResult> ActAsync(CommandContext context, CaseNumber number, FormState form, DurableTaskClient workflows,
        CancellationToken cancellation);
}
