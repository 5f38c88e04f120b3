using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;

namespace RegelLoket.Workbench;

/// <summary>
/// Assigns many cases at once to a colleague, or to nobody, for one reason. Each case is a command of its own, so that
/// one refusal does not stop the others.
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

        return new BulkResult(done, command.To, refused);
    }
}
