namespace SpecPush.Fuzzing.Targets;

/// <summary>Every reader of what others wrote.</summary>
internal static class AllTargets
{
    private static readonly Dictionary<string, Func<FuzzTarget>> Targets = new()
    {
        ["specs"] = static () => new SpecTarget(),
        ["acids"] = static () => new AcidTarget(),
        ["source-files"] = static () => new SourceFileTarget(),
        ["project-files"] = CheckoutTargets.ProjectFiles,
        ["lines-above-tests"] = CheckoutTargets.LinesAboveTests,
        ["assemblies"] = static () => AssemblyTarget.OfAssembly(),
        ["symbols"] = static () => AssemblyTarget.OfSymbols(),
        ["manifests"] = HandedOverTargets.Manifests,
        ["collected-files"] = HandedOverTargets.CollectedFiles,
        ["remotes"] = CheckoutTargets.Remotes,
        ["event-files"] = CiTargets.EventFiles,
        ["ci-variables"] = CiTargets.Variables,
        ["env-files"] = SettingsTargets.EnvFiles,
        ["settings"] = SettingsTargets.Settings,
        ["globs"] = SettingsTargets.Globs,
        ["tool-settings"] = SettingsTargets.ToolSettings,
        ["answers"] = AnswerTargets.Answers,
        ["error-answers"] = AnswerTargets.Errors,
        ["state-last-run"] = StateTargets.LastRuns,
        ["state-report"] = StateTargets.Reports,
        ["state-push"] = StateTargets.Pushes,
        ["state-build"] = StateTargets.Builds,
        ["state-texts"] = static () => new TextMemoryTarget(),
    };

    public static IReadOnlyCollection<string> Names => Targets.Keys;

    public static FuzzTarget Create(string name) => Targets[name]();
}
