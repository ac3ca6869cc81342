using System.Collections.Immutable;
using SpecPush.Reporting;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Collects the findings of one file, and knows its places.</summary>
internal sealed class FindingList(string path)
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    public ImmutableArray<Finding> All => _findings.ToImmutable();

    public bool HasErrors => _findings.Any(static finding => finding.Severity == Severity.Error);

    public void Add(Finding finding) => _findings.Add(finding);

    public SourceLocation Place(YamlNode node) => new(path, node.Line, node.Column);

    public SourceLocation Place(int line, int column) => new(path, line, column);
}
