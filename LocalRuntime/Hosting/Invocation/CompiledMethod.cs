using System.Linq.Expressions;
using System.Reflection;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>Turns a function's method into a delegate once, at start, so that no call pays for reflection.</summary>
internal static class CompiledMethod
{
    public delegate ValueTask<object?> Call(object? instance, object?[] arguments);

    public static Call Compile(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object), "instance");
        var arguments = Expression.Parameter(typeof(object?[]), "arguments");
        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, index) => Argument(arguments, index, parameter.ParameterType)));
        return Expression.Lambda<Call>(Adapt(call, method.ReturnType), instance, arguments).Compile();
    }

    public static Func<object, object?> CompileGetter(PropertyInfo property)
    {
        var instance = Expression.Parameter(typeof(object), "instance");
        var read = Expression.Convert(Expression.Property(Expression.Convert(instance, property.DeclaringType!), property), typeof(object));
        return Expression.Lambda<Func<object, object?>>(read, instance).Compile();
    }

    /// <summary>The type of the value that a call ends with, or null where it ends with none.</summary>
    public static Type? ResultType(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
        {
            return null;
        }

        return IsGeneric(type, typeof(Task<>)) || IsGeneric(type, typeof(ValueTask<>)) ? type.GetGenericArguments()[0] : type;
    }

    // A missing value of a value type becomes its default rather than a NullReferenceException.
    private static Expression Argument(ParameterExpression arguments, int index, Type type)
    {
        var value = Expression.ArrayIndex(arguments, Expression.Constant(index));
        return type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? Expression.Condition(Expression.Equal(value, Expression.Constant(null)), Expression.Default(type), Expression.Convert(value, type))
            : Expression.Convert(value, type);
    }

    private static Expression Adapt(MethodCallExpression call, Type type)
    {
        if (type == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        var name = type switch
        {
            _ when type == typeof(Task) => nameof(OfTask),
            _ when type == typeof(ValueTask) => nameof(OfValueTask),
            _ when IsGeneric(type, typeof(Task<>)) => nameof(OfTaskWithResult),
            _ when IsGeneric(type, typeof(ValueTask<>)) => nameof(OfValueTaskWithResult),
            _ => nameof(OfValue),
        };
        var adapter = typeof(CompiledMethod).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        if (adapter.IsGenericMethodDefinition)
        {
            adapter = adapter.MakeGenericMethod(name == nameof(OfValue) ? type : type.GetGenericArguments()[0]);
        }

        return Expression.Call(adapter, call);
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static async ValueTask<object?> OfTask(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> OfValueTask(ValueTask task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> OfTaskWithResult<T>(Task<T> task) => await task;

    private static async ValueTask<object?> OfValueTaskWithResult<T>(ValueTask<T> task) => await task;

    private static ValueTask<object?> OfValue<T>(T value) => ValueTask.FromResult<object?>(value);
}
