namespace SpecPush.Actions.Inputs;

/// <summary>Whether to comment on the pull request.</summary>
internal enum CommentChoice
{
    /// <summary>Never.</summary>
    False,

    /// <summary>With one comment, which is updated in place.</summary>
    True,
}
