using System.Text;
using System.Xml;
using System.Xml.Linq;
using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>What the text of a project file says about tests.</summary>
/// <param name="HoldsTests">Null if it says nothing about tests.</param>
internal sealed record ProjectText(bool? HoldsTests)
{
    // Far more than any project file that people write. Others, who may send a pull request, could write one that takes minutes to read.
    private const int MaxSize = 1_000_000;
    private const int MaxDepth = 64;

    private static readonly string[] Frameworks = ["MSTest", "xunit", "NUnit", "TUnit", "Reqnroll", "SpecFlow"];

    // Packages of test frameworks that libraries use, too.
    private static readonly string[] ForLibraries = ["abstractions", "assert", "analyzers", "extensibility"];

    public static ProjectText Read(string path)
    {
        try
        {
            return RegularFile.LengthOf(path) > MaxSize ? new ProjectText(HoldsTests: null) : Read(RegularFile.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ProjectText(HoldsTests: null);
        }
    }

    public static ProjectText Read(byte[] content)
    {
        if (content.Length > MaxSize || !MayMentionTests(Encoding.Latin1.GetString(content)))
        {
            return new ProjectText(HoldsTests: null);
        }

        try
        {
            using var reader = OpenXml(content);
            return new ProjectText(IsTooDeep(content) ? null : HoldsTestsAccordingTo(XDocument.Load(reader)));
        }
        catch (Exception exception) when (exception is XmlException or IOException)
        {
            return new ProjectText(HoldsTests: null);
        }
    }

    // Most projects do not, and need not be parsed. References to characters and encodings with zeros can hide a word.
    private static bool MayMentionTests(string text) =>
        text.AsSpan().ContainsAny('&', '\0') || text.Contains("Test", StringComparison.OrdinalIgnoreCase)
        || Frameworks.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static XmlReader OpenXml(byte[] content) => XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });

    private static bool IsTooDeep(byte[] content)
    {
        using var reader = OpenXml(content);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static bool? HoldsTestsAccordingTo(XDocument project)
    {
        var unconditional = Unconditional(project.Root!).ToList();
        if (unconditional.LastOrDefault(element => element.Name.LocalName == "IsTestProject") is { } property)
        {
            return !property.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
        }

        return unconditional.Any(IsTestPackage) || Sdks(project).Any(IsTestSdk) ? true : null;
    }

    private static IEnumerable<XElement> Unconditional(XElement element) =>
        element.Attribute("Condition") is null ? element.Elements().SelectMany(Unconditional).Prepend(element) : [];

    private static bool IsTestPackage(XElement element) =>
        element.Name.LocalName == "PackageReference" && ((string?)element.Attribute("Include"))?.Trim() is { } package
        && (package.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase) || IsFrameworkPackage(package));

    private static bool IsFrameworkPackage(string package) =>
        Frameworks.Any(name => package.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        && !package.Split('.').Any(part => ForLibraries.Contains(part, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string?> Sdks(XDocument project) =>
        project.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "Sdk" || IsSdkName(attribute)).Select(attribute => attribute.Value);

    private static bool IsSdkName(XAttribute attribute) => attribute is { Name.LocalName: "Name", Parent.Name.LocalName: "Sdk" };

    private static bool IsTestSdk(string? sdks) => sdks is not null
        && sdks.Split(';', StringSplitOptions.TrimEntries).Any(sdk => sdk.Split('/')[0].Equals("MSTest.Sdk", StringComparison.OrdinalIgnoreCase));
}
