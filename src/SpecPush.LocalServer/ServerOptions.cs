namespace SpecPush.LocalServer;

/// <summary>The limits for one request; appsettings.json has the hosted server's values.</summary>
internal sealed class Limits
{
    /// <summary>Bytes.</summary>
    public int Body { get; set; }

    public int Specs { get; set; }

    public int Acids { get; set; }

    /// <summary>Per spec.</summary>
    public int Requirements { get; set; }

    /// <summary>Bytes.</summary>
    public int RawContent { get; set; }

    /// <summary>Graphemes.</summary>
    public int RequirementText { get; set; }

    /// <summary>Graphemes.</summary>
    public int Description { get; set; }

    public int Path { get; set; }

    public int RepoUri { get; set; }
}

/// <summary>How many pushes one token may make in one window.</summary>
internal sealed class RateLimit
{
    public int Requests { get; set; }

    public int Seconds { get; set; }
}
