/// <summary>
/// Run by the runtime before the program, if DOTNET_STARTUP_HOOKS names this assembly (github.com/dotnet/runtime, "Host startup hook");
/// the runtime looks for exactly this class.
/// </summary>
internal static class StartupHook
{
    public const string ListVariable = "SPECPUSH_LOADED_ASSEMBLIES";

    /// <summary>Makes the program list the assemblies that it has loaded when it ends.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(ListVariable) is { } list)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(list, AppDomain.CurrentDomain.GetAssemblies().Select(static assembly => assembly.GetName().Name!));
        }
    }
}
