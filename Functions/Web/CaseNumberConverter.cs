using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Binds a part of an address to a function's parameter of type <see cref="CaseNumber"/>, of the same name.</summary>
public sealed class CaseNumberConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
        context.TargetType != typeof(CaseNumber) ? ConversionResult.Unhandled()
        : CaseNumber.TryParse(context.Source as string, out var number) ? ConversionResult.Success(number)
        : ConversionResult.Failed(new FormatException("This is not a case number.")));

    /// <summary>False when the function takes a case number and the address holds none: binding then fails, which answers 500.</summary>
    internal static bool CanBind(FunctionContext context) => context.FunctionDefinition.Parameters.All(parameter =>
        parameter.Type != typeof(CaseNumber) || IsNumber(context.BindingContext.BindingData.GetValueOrDefault(parameter.Name)));

    private static bool IsNumber(object? value) => CaseNumber.TryParse(value as string, out _);
}
