using System.Text;
using System.Xml;
using System.Xml.Linq;
using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>What the text of a project file says about tests.</summary>
/// <param name="HoldsTests">Null if it says nothing about tests.</param>
internal sealed record ProjectText(bool? HoldsTests)
{
    private static readonly string[] Frameworks = ["MSTest", "xunit", "NUnit", "TUnit", "Reqnroll", "SpecFlow"];

    // Packages of test frameworks that libraries use, too.
    private static readonly string[] ForLibraries = ["abstractions", "assert", "analyzers", "extensibility"];

    public static ProjectText Read(string path)
    {
        try
        {
            return Read(RegularFile.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ProjectText(HoldsTests: null);
        }
    }

    public static ProjectText Read(byte[] content)
    {
        if (!MayMentionTests(Encoding.Latin1.GetString(content)))
        {
            return new ProjectText(HoldsTests: null);
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return new ProjectText(HoldsTestsAccordingTo(XDocument.Load(reader)));
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

    private static bool? HoldsTestsAccordingTo(XDocument project)
    {
        var unconditional = project.Descendants().Where(element => element.AncestorsAndSelf().All(IsUnconditional)).ToList();
        if (unconditional.LastOrDefault(element => element.Name.LocalName == "IsTestProject") is { } property)
        {
            return !property.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
        }

        return unconditional.Any(IsTestPackage) || Sdks(project).Any(IsTestSdk) ? true : null;
    }

    private static bool IsUnconditional(XElement element) => element.Attribute("Condition") is null;

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
