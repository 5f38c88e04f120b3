using System.Collections.Concurrent;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// The request behind a command: its idempotency key, and the version of the case that its sender saw. It flows with
/// the asynchronous context like a trace, so that no method has to pass it on.
/// </summary>
public sealed class CommandRequest
{
    /// <summary>The message for a key that its sender used for something else before.</summary>
    public const string KeyInUse = "Deze Idempotency-Key hoort bij iets anders. Gebruik elke keer een nieuwe sleutel.";

    private static readonly AsyncLocal<CommandRequest?> Ambient = new();

    /// <summary>The events that this request appended itself, since a command may append several.</summary>
    private readonly ConcurrentDictionary<(CaseNumber, int), bool> own = new();

    /// <summary>The hashes of key and content; null without a key and for the system's own actions.</summary>
    public RequestMark? Mark { get; init; }

    /// <summary>The newest event of the case when its sender read it; null when it was not sent.</summary>
    public long? SeenVersion { get; init; }

    /// <summary>Returns the newest event of a case that the sender of the current request saw; null when it was not sent.</summary>
    public static int? SeenIn(CaseFile file) =>
        Current?.SeenVersion is { } seen ? (int)Math.Min(seen, file.State.Version) : null;

    public static CommandRequest? Current => Ambient.Value;

    /// <summary>Makes this the current request for everything awaited from here.</summary>
    public void Begin() => Ambient.Value = this;

    /// <summary>
    /// The same request as it carries another command: under a key of its own, so that what was cut off between the two
    /// is not taken for done when the request comes again.
    /// </summary>
    public CommandRequest For(string part) =>
        new() { Mark = Mark is { } mark ? mark with { Key = $"{mark.Key}.{part}" } : null, SeenVersion = SeenVersion };

    /// <summary>What is awaited from here the desk does by itself: it is no part of what the request asked.</summary>
    internal static void Leave() => Ambient.Value = null;

    /// <summary>Returns the event of an earlier request with the same key; null for a first request.</summary>
    private CaseEvent? EarlierIn(CaseFile file) => Mark is not { } mark ? null
        : file.Events.FirstOrDefault(e => e.Request?.Key == mark.Key && !own.ContainsKey((file.Number, e.Number)));

    /// <summary>Returns the result of an earlier request with the same key; null for a first request.</summary>
    internal CommandResult? AnswerTo(CaseFile file) => EarlierIn(file) is not { } earlier ? null
        : earlier.Request == Mark ? new CommandResult.Done(file) : new CommandResult.Refused(KeyInUse);

    /// <summary>Returns the newer text that an event would replace unseen; null when there is none.</summary>
    internal CaseEvent? UnseenIn(CaseFile file, CaseChange change) =>
        SeenVersion is not { } seen || change is not ISharedText text ? null
        : file.Events.LastOrDefault(e => e.Number > seen && e.What is ISharedText other && other.SharedText == text.SharedText
            && !own.ContainsKey((file.Number, e.Number)));

    internal void Appended(CaseFile file) => own[(file.Number, file.State.Version)] = true;
}
