namespace SpecPush.Actions.Inputs;

/// <summary>Whether a pull request gets a comment.</summary>
internal enum CommentChoice
{
    /// <summary>No.</summary>
    False,

    /// <summary>One, which is updated in place.</summary>
    True,
}
