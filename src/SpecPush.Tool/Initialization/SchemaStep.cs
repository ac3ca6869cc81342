namespace SpecPush.Tool.Initialization;

/// <summary>Adds the schema to the specs, for editors.</summary>
internal static class SchemaStep
{
    private const string Key = "yaml-language-server:";
    private const string Line = $"# {Key} $schema=https://raw.githubusercontent.com/specpush/specpush/main/schemas/feature.schema.json";

    public static Proposal Propose(InitialRepository repository) => Proposal.Join(repository.Specs.Select(path => Propose(repository, path)));

    private static Proposal Propose(InitialRepository repository, string path)
    {
        if (repository.Read(path) is not { } before || SourceText.Decode(before) is not { } text)
        {
            return Proposal.Note($"{path} is not a text file in UTF-8, and was left alone");
        }

        return text.Text.Contains(Key, StringComparison.Ordinal)
            ? Proposal.Nothing
            : Proposal.Change(new ProposedChange(path, "lets editors check and complete the spec", before, (text with { Text = $"{Line}{text.LineEnd}{text.Text}" }).Encode()));
    }
}
