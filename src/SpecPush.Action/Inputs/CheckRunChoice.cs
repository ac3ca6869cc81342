namespace SpecPush.Actions.Inputs;

/// <summary>Whether findings are also shown as a check run.</summary>
internal enum CheckRunChoice
{
    /// <summary>When there are more of them than workflow commands can show.</summary>
    Auto,

    /// <summary>Always.</summary>
    True,

    /// <summary>Never.</summary>
    False,
}
