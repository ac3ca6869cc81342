namespace SpecPush.Action.Inputs;

/// <summary>The least severity of a finding that fails the step.</summary>
internal enum FailOn
{
    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning or an error.</summary>
    Warning,

    /// <summary>Nothing.</summary>
    Never,
}
