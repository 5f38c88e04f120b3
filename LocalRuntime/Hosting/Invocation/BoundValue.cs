using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>Turns a route value or a message property into the type of the parameter that bears its name.</summary>
internal static class BoundValue
{
    public static object Convert(string name, object value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (target == typeof(string))
        {
            return text;
        }

        try
        {
            return TypeDescriptor.GetConverter(target).ConvertFromInvariantString(text)
                ?? throw new FormatException($"'{name}' has no value.");
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            throw new BadHttpRequestException($"The value of '{name}' is not a valid {target.Name}.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
