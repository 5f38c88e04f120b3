using System.Collections.Concurrent;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// What a request says of the command that it carries: the key under which that happens once, and the version of the case that its
/// sender saw. It goes along with the request as its trace does, so that every command has it and none passes it on.
/// </summary>
public sealed class CommandRequest
{
    /// <summary>What is said of a key that its sender used for something else before.</summary>
    public const string KeyInUse = "Deze Idempotency-Key hoort bij iets anders. Gebruik elke keer een nieuwe sleutel.";

    private static readonly AsyncLocal<CommandRequest?> Ambient = new();

    /// <summary>The events that this request appended itself: a command may append several.</summary>
    private readonly ConcurrentDictionary<(CaseNumber, int), bool> own = new();

    /// <summary>Null for a request that names no key, and for what the desk does by itself.</summary>
    public RequestMark? Mark { get; init; }

    /// <summary>The number of the newest event of the case when its sender read it; null when it does not say.</summary>
    public long? SeenVersion { get; init; }

    /// <summary>The request that is being answered.</summary>
    public static CommandRequest? Current => Ambient.Value;

    /// <summary>Makes this the current request for all that is awaited from here.</summary>
    public void Begin() => Ambient.Value = this;

    /// <summary>
    /// The same request as it carries another command: under a key of its own, so that what was cut off between the two is not taken for
    /// done when the request comes again.
    /// </summary>
    public CommandRequest For(string part) =>
        new() { Mark = Mark is { } mark ? mark with { Key = $"{mark.Key}.{part}" } : null, SeenVersion = SeenVersion };

    /// <summary>What is awaited from here the desk does by itself: it is no part of what the request asked.</summary>
    internal static void Leave() => Ambient.Value = null;

    /// <summary>The event of an earlier request by the same key; null for a request that comes for the first time.</summary>
    private CaseEvent? EarlierIn(CaseFile file) => Mark is not { } mark ? null
        : file.Events.FirstOrDefault(e => e.Request?.Key == mark.Key && !own.ContainsKey((file.Number, e.Number)));

    /// <summary>The answer to a request that came before; null for one that comes for the first time.</summary>
    internal CommandResult? AnswerTo(CaseFile file) => EarlierIn(file) is not { } earlier ? null
        : earlier.Request == Mark ? new CommandResult.Done(file) : new CommandResult.Refused(KeyInUse);

    /// <summary>The newer text that an event would replace unread; null when there is none.</summary>
    internal CaseEvent? UnseenIn(CaseFile file, CaseChange change) => SeenVersion is not { } seen || change is not ISharedText text ? null
        : file.Events.LastOrDefault(e => e.Number > seen && e.What is ISharedText other && other.SharedText == text.SharedText
            && !own.ContainsKey((file.Number, e.Number)));

    internal void Appended(CaseFile file) => own[(file.Number, file.State.Version)] = true;
}
