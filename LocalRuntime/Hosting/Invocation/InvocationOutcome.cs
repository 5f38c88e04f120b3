using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>What an invocation ended with: one result, or one value for each output binding.</summary>
internal sealed class InvocationOutcome(Function function)
{
    private readonly Dictionary<string, object?> outputs = new(StringComparer.OrdinalIgnoreCase);

    public object? Value { get; set; }

    public static InvocationOutcome Of(FunctionContext context) =>
        (context as LocalFunctionContext ?? throw new InvalidOperationException("This context is not of an invocation on this host.")).Outcome;

    /// <summary>Takes the function's return value apart into its output bindings, where it has any.</summary>
    public void Accept(object? returned)
    {
        if (function.Outputs.Count == 0)
        {
            Value = returned;
            return;
        }

        foreach (var output in function.Outputs)
        {
            outputs[output.Name] = returned is null ? null : output.Read(returned);
        }
    }

    public object? OutputValue(FunctionOutput output) => outputs.GetValueOrDefault(output.Name);

    /// <summary>The HTTP result: what middleware set or the function returned, else the property marked with [HttpResult].</summary>
    public object? HttpValue => Value ?? function.Outputs.Where(output => output.IsHttp).Select(OutputValue).FirstOrDefault();

    public InvocationResult Result() => new ResultView(this);

    public InvocationResult<T> Result<T>() => new ResultView<T>(this);

    public IEnumerable<OutputBindingData<T>> Outputs<T>() => function.Outputs.Select(output => new OutputView<T>(outputs, output));

    private sealed class ResultView(InvocationOutcome outcome) : InvocationResult
    {
        public override object? Value
        {
            get => outcome.Value;
            set => outcome.Value = value;
        }
    }

    private sealed class ResultView<T>(InvocationOutcome outcome) : InvocationResult<T>
    {
        public override T? Value
        {
            get => outcome.Value switch
            {
                T value => value,
                null => default,
                var other => throw new InvalidOperationException($"The function's result is a {other.GetType()}, not a {typeof(T)}."),
            };
            set => outcome.Value = value;
        }
    }

    private sealed class OutputView<T>(Dictionary<string, object?> outputs, FunctionOutput output) : OutputBindingData<T>
    {
        public override string BindingType => output.IsHttp ? "http" : "queue";

        public override string Name => output.Name;

        public override T? Value
        {
            get => outputs.GetValueOrDefault(output.Name) is T value ? value : default;
            set => outputs[output.Name] = value;
        }
    }
}
