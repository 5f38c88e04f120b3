using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ProblemStatement.Components;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.ProblemStatement;

/// <summary>
/// The first problem statement, written on the form of the context analysis. The rule is part of the analysis
/// itself, so that nobody types it twice.
/// </summary>
internal sealed class StatementWithContext(StatementService statements, CaseStore store) : ICarryOn
{
    /// <summary>The part that comes from the analysis.</summary>
    private const string Rule = "regel";

    /// <summary>The parts that are written here.</summary>
    internal static IReadOnlyList<StatementPart> Parts { get; } = [.. StatementParts.All.Where(part => part.Key != Rule)];

    public string After => "context";

    public string Tab => StatementPageFunctions.Tab;

    public string Button => "Leg vast en leg voor aan een collega";

    public string OnlyTheFirst => "De context is vastgelegd. De probleemstelling nog niet.";

    public Type Fields => typeof(StatementFields);

    public IReadOnlyList<string> Names { get; } = [.. Parts.Select(part => part.Key)];

    public bool IsOffered(CaseFile file) => file.State.Statements.IsEmpty;

    public void Start(FormState form, CaseFile file)
    {
        var draft = StatementDraft.Compose(file);
        foreach (var part in file.State.Context is null ? Parts : StatementParts.All)
        {
            if (!form.Contains(part.Key))
            {
                form.With(part.Key, draft[part.Key]);
            }
        }
    }

    public async Task<CommandResult> ActAsync(
        CommandContext context, CaseNumber number, FormState form, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } file)
        {
            return new CommandResult.NotFound();
        }

        var parts = Parts.ToDictionary(part => part.Key, part => (string?)form.Value(part.Key));
        parts[Rule] = StatementDraft.Compose(file)[Rule];
        return await statements.WriteAsync(context, number, new WriteStatement { Parts = parts }, workflows, cancellation);
    }
}
