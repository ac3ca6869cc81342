namespace SpecPush.Settings;

/// <summary>What a run may do.</summary>
public enum RunMode
{
    /// <summary>Push where that is expected (CI, or a clean local checkout with a token); else check and say why.</summary>
    Auto,

    /// <summary>Push in any case; a missing token is an error.</summary>
    Push,

    /// <summary>Read and report; never contact the API.</summary>
    Check,

    /// <summary>Do nothing.</summary>
    Off,
}
