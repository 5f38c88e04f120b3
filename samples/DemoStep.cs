using RegelLoket.Cases;

namespace RegelLoket.Demo;

/// <summary>A step in a case.</summary>
/// <param name="Day">How many working days after the report it is taken.</param>
/// <param name="TakeAsync">Takes it.</param>
internal sealed record DemoStep(int Day, Func<DemoCase, Task<CommandResult>> TakeAsync);
