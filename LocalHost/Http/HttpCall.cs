namespace LocalHost.Http;

/// <summary>An HTTP request on its way to the worker: the id that ties invocation and request together, and the route's values.</summary>
public sealed record HttpCall(string Id, string Method, string Url, IReadOnlyDictionary<string, string> Route);
