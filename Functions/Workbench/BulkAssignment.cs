using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;

namespace RegelLoket.Workbench;

/// <summary>What came of giving many cases to one colleague: how many changed hands, and why the others did not.</summary>
public sealed record BulkResult(int Done, IReadOnlyList<(CaseNumber Number, string Reason)> Refused);

/// <summary>
/// Gives many cases at once to a colleague, or to nobody, for one reason. Each case is a command of its own, so one refusal stops no
/// other.
/// </summary>
public sealed class BulkAssignment(AnalysisService service)
{
    public const int MostAtOnce = 100;

    public async Task<BulkResult> AssignAsync(
        CommandContext context, IReadOnlyList<CaseNumber> numbers, AssignCase command, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var done = 0;
        var refused = new List<(CaseNumber, string)>();
        foreach (var number in numbers)
        {
            switch (await service.AssignAsync(context, number, command, workflows, cancellation))
            {
                case CommandResult.Done:
                    done++;
                    break;
                case CommandResult.Refused refusal:
                    refused.Add((number, refusal.Reason));
                    break;
                case CommandResult.Invalid invalid:
                    refused.Add((number, string.Join(" ", invalid.Errors.Values)));
                    break;
                default:
                    refused.Add((number, "Deze zaak is er niet."));
                    break;
            }
        }

        return new BulkResult(done, refused);
    }
}
