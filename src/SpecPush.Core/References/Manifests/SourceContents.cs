namespace SpecPush.References.Manifests;

/// <summary>Answers for many manifests, which share most of their sources, while it reads each file once.</summary>
internal sealed class SourceContents(string repositoryRoot)
{
    private readonly Dictionary<ManifestSource, bool> _answers = [];

    /// <summary>Whether the file still has the content that it was compiled from.</summary>
    public bool IsUnchanged(ManifestSource source)
    {
        if (!_answers.TryGetValue(source, out var answer))
        {
            answer = Compare(source);
            _answers.Add(source, answer);
        }

        return answer;
    }

    private bool Compare(ManifestSource source)
    {
        try
        {
            var path = Path.Combine(repositoryRoot, source.Path);
            return File.Exists(path) && SourceChecksum.Matches(File.ReadAllBytes(path), source.Algorithm, source.Checksum);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
