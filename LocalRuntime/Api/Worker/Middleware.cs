using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Middleware
{
    /// <summary>A step around every invocation, whatever triggers it.</summary>
    public interface IFunctionsWorkerMiddleware
    {
        Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
    }

    /// <summary>The rest of the pipeline.</summary>
    public delegate Task FunctionExecutionDelegate(FunctionContext context);
}

namespace Microsoft.Azure.Functions.Worker
{
    /// <summary>Where the worker's services and middleware are registered.</summary>
    public interface IFunctionsWorkerApplicationBuilder
    {
        IServiceCollection Services { get; }

        IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
    }
}

namespace Microsoft.Extensions.Hosting
{
    /// <summary>Adds middleware to the worker; the first that is added is the outermost.</summary>
    public static class MiddlewareWorkerApplicationBuilderExtensions
    {
        public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this IFunctionsWorkerApplicationBuilder builder)
            where T : class, IFunctionsWorkerMiddleware => builder.UseWhen<T>(_ => true);

        public static IFunctionsWorkerApplicationBuilder UseMiddleware(
            this IFunctionsWorkerApplicationBuilder builder, Func<FunctionContext, Func<Task>, Task> middleware) => builder.UseWhen(_ => true, middleware);

        public static IFunctionsWorkerApplicationBuilder UseWhen<T>(this IFunctionsWorkerApplicationBuilder builder, Func<FunctionContext, bool> predicate)
            where T : class, IFunctionsWorkerMiddleware
        {
            ArgumentNullException.ThrowIfNull(builder);
            builder.Services.AddSingleton<T>();
            return builder.Use(next => context =>
                predicate(context) ? context.InstanceServices.GetRequiredService<T>().Invoke(context, next) : next(context));
        }

        public static IFunctionsWorkerApplicationBuilder UseWhen(
            this IFunctionsWorkerApplicationBuilder builder, Func<FunctionContext, bool> predicate, Func<FunctionContext, Func<Task>, Task> middleware)
        {
            ArgumentNullException.ThrowIfNull(builder);
            return builder.Use(next => context => predicate(context) ? middleware(context, () => next(context)) : next(context));
        }
    }
}
