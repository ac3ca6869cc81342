using System.Xml;
using System.Xml.Linq;

namespace SpecPush.Tool.Initialization;

/// <summary>An MSBuild file, to which elements are added without touching anything else of its text.</summary>
internal sealed class ProjectXml
{
    private const string EndTag = "</Project>";
    private const string EmptyEnd = "/>";

    private readonly SourceText _text;
    private readonly XElement _root;

    private ProjectXml(SourceText text, XElement root)
    {
        _text = text;
        _root = root;
    }

    /// <summary>Null for what is not an MSBuild file.</summary>
    public static ProjectXml? Parse(SourceText? text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text?.Text ?? ""), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Root is { Name.LocalName: "Project" } root ? new ProjectXml(text!, root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public IEnumerable<XElement> Elements(string name) => _root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>Whether a property is <c>true</c>, whatever the conditions on it.</summary>
    public bool IsTrue(string property) => Elements(property).Any(static element => element.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with lines before its end; null where that end cannot be told for certain.</summary>
    /// <param name="lines">Indented by two blanks a level, the first level being that of the root's children.</param>
    public SourceText? Append(params string[] lines)
    {
        var end = _text.LineEnd;
        var block = string.Concat(lines.Select(line => Indent(line) + end));
        var text = _text.Text;
        if (text.LastIndexOf(EndTag, StringComparison.Ordinal) is >= 0 and var close)
        {
            text = $"{text[..close].TrimEnd()}{end}{BlankLine()}{block}{BlankLine()}{text[close..]}";
        }
        else if (text.TrimEnd().EndsWith(EmptyEnd, StringComparison.Ordinal))
        {
            text = $"{text.TrimEnd()[..^EmptyEnd.Length].TrimEnd()}>{end}{block}{EndTag}{end}";
        }

        var result = _text with { Text = text };
        return Parse(result) is { } parsed && parsed._root.Elements().Count() > _root.Elements().Count() ? result : null;

        // As the file has it after its first line.
        string BlankLine() => text.Contains($"<Project>{end}{end}", StringComparison.Ordinal) ? end : "";
    }

    private string Indent(string line)
    {
        var content = line.TrimStart(' ');
        return string.Concat(Enumerable.Repeat(_text.Indentation, (line.Length - content.Length) / 2)) + content;
    }
}
