using YamlDotNet.RepresentationModel;

namespace SpecPush.Release.Tests.Workflows;

/// <summary>A workflow of this repository, as GitHub reads it.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    private Workflow(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        Text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        _root = (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.GetFiles(SourceTree.PathOf(".github/workflows"), "*.yml").Order(StringComparer.Ordinal).Select(static path => new Workflow(path))];

    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode? Permissions => _root.Find("permissions") as YamlMappingNode;

    public IEnumerable<string> Events => ((YamlMappingNode)_root["on"]).Children.Keys.Select(static key => key.ToString());

    public IEnumerable<(string Name, YamlMappingNode Job)> Jobs => ((YamlMappingNode)_root["jobs"]).Children.Select(job => ($"{Name}/{job.Key}", (YamlMappingNode)job.Value));

    public IEnumerable<(string Job, YamlMappingNode Step)> Steps =>
        Jobs.SelectMany(static job => ((YamlSequenceNode)job.Job["steps"]).Select(step => (job.Name, (YamlMappingNode)step)));
}

internal static class YamlNodes
{
    public static YamlNode? Find(this YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
