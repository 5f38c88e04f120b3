using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Which cancelled invocations end quietly: those of a visitor who left before the worker had the request, and no other.</summary>
public sealed class AbandonedRequestsTests
{
    [Fact]
    public async Task Invoke_VisitorLeftBeforeTheRequestCame_EndsQuietly() =>
        await InvokeAsync("GetStart", isCancelled: true, hasRequest: false);

    [Theory]
    [InlineData("GetStart", false, false)]
    [InlineData("GetStart", true, true)]
    [InlineData("ReconcileCases", true, false)]
    public Task Invoke_AnyOtherCancellation_IsAFault(string function, bool isCancelled, bool hasRequest) =>
        Assert.ThrowsAnyAsync<OperationCanceledException>(() => InvokeAsync(function, isCancelled, hasRequest));

    [Fact]
    public Task Invoke_FaultOfARequest_IsPassedOn() => Assert.ThrowsAsync<InvalidOperationException>(() =>
        new AbandonedRequests().Invoke(new Call("GetStart", new CancellationToken(true)), _ => throw new InvalidOperationException()));

    private static Task InvokeAsync(string function, bool isCancelled, bool hasRequest)
    {
        var call = new Call(function, new CancellationToken(isCancelled));
        if (hasRequest)
        {
            call.Items["HttpRequestContext"] = new DefaultHttpContext();
        }

        return new AbandonedRequests().Invoke(call, _ => throw new OperationCanceledException());
    }

    /// <summary>An invocation of a function, of which only its name, its cancellation and its request are asked.</summary>
    private sealed class Call(string function, CancellationToken cancellation) : FunctionContext
    {
        public override CancellationToken CancellationToken => cancellation;

        public override FunctionDefinition FunctionDefinition { get; } = new Definition(function);

        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

        public override IServiceProvider InstanceServices { get; set; } = null!;

        public override string InvocationId => throw new NotSupportedException();

        public override string FunctionId => throw new NotSupportedException();

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext => throw new NotSupportedException();

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IInvocationFeatures Features => throw new NotSupportedException();
    }

    private sealed class Definition(string name) : FunctionDefinition
    {
        public override string Name => name;

        public override ImmutableArray<FunctionParameter> Parameters => throw new NotSupportedException();

        public override string PathToAssembly => throw new NotSupportedException();

        public override string EntryPoint => throw new NotSupportedException();

        public override string Id => throw new NotSupportedException();

        public override IImmutableDictionary<string, BindingMetadata> InputBindings => throw new NotSupportedException();

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => throw new NotSupportedException();
    }
}
