namespace DurableTask.Core.Exceptions;

/// <summary>An orchestration of this id is there already, in a state that a start may not replace.</summary>
public class OrchestrationAlreadyExistsException(string message) : InvalidOperationException(message);
