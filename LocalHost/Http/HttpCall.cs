namespace LocalHost.Http;

/// <summary>An HTTP request to the worker: the id that links it to its invocation, and the route's values.</summary>
public sealed record HttpCall(string Id, string Method, string Url, IReadOnlyDictionary<string, string> Route);
