namespace SpecPush.Actions.Inputs;

/// <summary>Whether to show findings as a check run, too.</summary>
internal enum CheckRunChoice
{
    /// <summary>If there are more than annotations can show.</summary>
    Auto,

    /// <summary>Always.</summary>
    True,

    /// <summary>Never.</summary>
    False,
}
