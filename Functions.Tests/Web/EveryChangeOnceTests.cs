using Mono.Cecil;
using Mono.Cecil.Cil;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Escalation;
using RegelLoket.Intake;
using RegelLoket.Library.Editing;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Every function that takes a POST goes by the key of its request, or stands here with the reason why a second time does no harm. Read
/// from the compiled code: what a function calls, what that calls, and so on.
/// </summary>
public sealed class EveryChangeOnceTests
{
    /// <summary>Where a request is known again by its key.</summary>
    private static readonly (Type Type, string Method)[] Mechanisms =
    [
        (typeof(CaseService), nameof(CaseService.ActAsync)),
        (typeof(RequestClaims), nameof(RequestClaims.OnceAsync)),
        (typeof(RequestClaims), nameof(RequestClaims.NameAsync)),
        (typeof(ReportKeys), nameof(ReportKeys.ClaimAsync)),
        (typeof(CatalogueService), "ChangeAsync"),
        (typeof(ContactBook), nameof(ContactBook.ChangeAsync)),
        (typeof(EditionWriter), "WriteAsync"),
    ];

    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["PostSearch"] = "Changes nothing: it leads to the address of what was found.",
        ["PostCaseSearch"] = "Changes nothing.",
        ["PostSuggestion"] = "Changes nothing.",
        ["PostPersonalDataScan"] = "Changes nothing.",
        ["PostMatches"] = "Changes nothing.",
        ["PostEffectLink"] = "Shows a question; nothing is answered yet.",
        ["PostOwnDataFile"] = "Gives a file.",
        ["PostPersonRequestsPage"] = "Shows what a request would do.",
        ["PostDone"] = "Takes the draft away; a second time there is none.",
        ["PostFollow"] = "Opens a session.",
        ["PostFollowPart"] = "Opens a session.",
        ["PostFollowEnd"] = "Ends a session.",
        ["PostMinistrySignInLink"] = "What is kept of the link knows which request used it.",
        ["PostOverviewCall"] = "What is kept of the link knows which request used it.",
        ["PostOverviewQuestion"] = "Opens a session.",
        ["PostOverviewEnd"] = "Ends a session.",
        ["PostParticipation"] = "Opens a session.",
        ["PostParticipationEnd"] = "Ends a session.",
        ["PostReactionLink"] = "Opens a session.",
        ["PostReactionProof"] = "The state of the access codes knows who filled the code in.",
        ["PostReactionSession"] = "The state of the access codes knows who filled the code in.",
        ["PostResume"] = "Gives the browser its draft back.",
        ["PostView"] = "Keeps a view in place of the one of the same name.",
        ["PostDigestPage"] = "Sets what is set already.",
        ["PostDeskMail"] = "A mail that was handled stays handled.",
        ["PostOwnErasure"] = "What is erased stays erased.",
        ["PostOwnDataErasure"] = "What is erased stays erased.",
        ["PostPersonRequestExecution"] = "The form carries the name of the request.",
        ["PostPersonRequestFinish"] = "A request that is finished stays so.",
        ["PostFollowConfirm"] = "Follows what is followed already.",
        ["PostFollowConfirmationCall"] = "Follows what is followed already.",
        ["PostStopFollowing"] = "What is erased stays erased.",
        ["PostFollowStopCall"] = "What is erased stays erased.",
        ["PostDraftFileRemoval"] = "A file that was taken away stays away.",
        ["PostMailReports"] = "A result that is known changes nothing.",
    };

    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(App).Assembly.Location);

    private static readonly ILookup<string, MethodDefinition> Implementations = Module.GetTypes()
        .SelectMany(type => type.Interfaces.SelectMany(i => type.Methods.Select(m => (i.InterfaceType.FullName, Method: m))))
        .ToLookup(pair => $"{pair.FullName}::{NameOf(pair.Method)}", pair => pair.Method);

    private static readonly Dictionary<MethodDefinition, List<MethodDefinition>> Calls = [];

    [Fact]
    public void Functions_ThatTakeAPost_GoByTheKeyOfTheRequest()
    {
        var without = Posts.Where(function => !ReachesAMechanism(function)).ToList();

        Assert.Empty(without.Except(Exceptions.Keys));
        Assert.Empty(Exceptions.Keys.Except(without));
    }

    private static IEnumerable<string> Posts =>
        RouteTable.Routes.Where(route => route.Methods.Contains("POST")).Select(route => route.Function);

    private static bool ReachesAMechanism(string function)
    {
        var start = Module.GetTypes().SelectMany(type => type.Methods).Single(method => method.Name == function && method.IsPublic
            && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "FunctionAttribute"));
        var (seen, open) = (new HashSet<MethodDefinition>(), new Queue<MethodDefinition>([start]));
        while (open.TryDequeue(out var method))
        {
            if (!seen.Add(method))
            {
                continue;
            }

            if (Mechanisms.Any(m => m.Type.FullName == method.DeclaringType.FullName && m.Method == method.Name))
            {
                return true;
            }

            foreach (var called in CalledBy(method))
            {
                open.Enqueue(called);
            }
        }

        return false;
    }

    /// <summary>What a method calls or hands on, with the rest of it where it waits in between.</summary>
    private static List<MethodDefinition> CalledBy(MethodDefinition method)
    {
        if (Calls.TryGetValue(method, out var known))
        {
            return known;
        }

        var body = method.HasBody ? method.Body.Instructions : Enumerable.Empty<Instruction>();
        var called = body.Select(instruction => instruction.Operand).OfType<MethodReference>()
            .Where(reference => reference.DeclaringType.Scope == Module || reference.DeclaringType.GetElementType().Scope == Module)
            .Select(reference => reference.Resolve()).OfType<MethodDefinition>().ToList();
        var rest = method.CustomAttributes.Where(a => a.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
            .SelectMany(a => ((TypeReference)a.ConstructorArguments[0].Value).Resolve().Methods).Where(m => m.Name == "MoveNext");
        return Calls[method] = [.. called.Concat(rest).Concat(called.Where(m => m.DeclaringType.IsInterface)
            .SelectMany(m => Implementations[$"{m.DeclaringType.FullName}::{m.Name}"]))];
    }

    private static string NameOf(MethodDefinition method) => method.Name[(method.Name.LastIndexOf('.') + 1)..];
}
