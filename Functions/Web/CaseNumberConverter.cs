using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Binds a part of an address to the <see cref="CaseNumber"/> parameter with the same name.</summary>
public sealed class CaseNumberConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
        context.TargetType != typeof(CaseNumber) ? ConversionResult.Unhandled()
        : CaseNumber.TryParse(context.Source as string, out var number) ? ConversionResult.Success(number)
        : ConversionResult.Failed(new FormatException("This is not a case number.")));

    /// <summary>Whether the address holds the case numbers of the function; if not, binding fails (500).</summary>
    internal static bool CanBind(FunctionContext context) => context.FunctionDefinition.Parameters.All(parameter =>
        parameter.Type != typeof(CaseNumber)
            || IsNumber(context.BindingContext.BindingData.GetValueOrDefault(parameter.Name)));

    private static bool IsNumber(object? value) => CaseNumber.TryParse(value as string, out _);
}
