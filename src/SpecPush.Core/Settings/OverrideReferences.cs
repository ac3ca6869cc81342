namespace SpecPush.Settings;

/// <summary>Whether a push replaces the references that the server holds, or adds to them.</summary>
public enum OverrideReferences
{
    /// <summary>Replace where everything that may refer to a requirement has been read; else merge and say what was missing.</summary>
    Auto,

    /// <summary>Always replace.</summary>
    True,

    /// <summary>Always merge.</summary>
    False,
}
