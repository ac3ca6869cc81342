namespace SpecPush.Compiled.Tests;

/// <summary>A test project of the matrix.</summary>
/// <param name="Name">Its name without <c>.Tests</c>.</param>
/// <param name="Packages">Name and version.</param>
/// <param name="Fixtures">The sources that it compiles, and others that lie beside them.</param>
internal sealed record MatrixProject(string Name, string[] Packages, params string[] Fixtures)
{
    public static MatrixProject[] All { get; } =
    [
        new("MSTest3", ["MSTest.TestFramework/3.11.1"], "MSTest.cs") { Constants = "MSTEST3" },
        new("MSTest4", ["MSTest.TestFramework/4.5.2"], "MSTest.cs") { BakesPlaces = true },
        new("Xunit2", ["xunit.core/2.9.3"], "Xunit.cs") { Constants = "XUNIT2" },
        new("Xunit3", ["xunit.v3/3.2.2"], "Xunit.cs") { BakesPlaces = true, OutputType = "Exe" },
        new("Xunit4", ["xunit.v3/4.0.2"], "Xunit.cs") { BakesPlaces = true, OutputType = "Exe" },
        new("NUnit3", ["NUnit/3.14.0"], "NUnit.cs"),
        new("NUnit4", ["NUnit/4.6.1"], "NUnit.cs") { Constants = "GENERIC_TEST_CASES" },
        new("NUnit5", ["NUnit/5.0.0"], "NUnit.cs") { Constants = "GENERIC_TEST_CASES" },
        new("TUnit", ["TUnit/1.81.10"], "TUnit.cs") { BakesPlaces = true, OutputType = "Exe" },
        new("FSharp", ["NUnit/4.6.1"], "FSharp.fs"),
        new("VisualBasic", ["MSTest.TestFramework/4.5.2"], "VisualBasic.vb") { BakesPlaces = true },
        new(
            "Reqnroll", ["MSTest.TestFramework/4.5.2", "NUnit/4.6.1", "xunit.core/2.9.3"],
            "Login.feature", "Login.MSTest.feature.cs", "Login.NUnit.feature.cs", "Login.Xunit.feature.cs", "SkippableFact.cs"),
    ];

    /// <summary>Whether the framework asks the compiler for the place of a test.</summary>
    public bool BakesPlaces { get; init; }

    public string OutputType { get; init; } = "Library";

    public string Constants { get; init; } = "";

    public string Folder => $"src/{Name}.Tests";

    public string Path => $"{Folder}/{Name}.Tests.{Language}proj";

    private string Language => System.IO.Path.GetExtension(Fixtures[^1]) switch { ".fs" => "fs", ".vb" => "vb", _ => "cs" };

    public string AssemblyPath(string variant) => $"{Folder}/bin/{variant}/{Name}.Tests.dll";

    public string Text =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{OutputType}</OutputType>
            <DefineConstants>$(DefineConstants){(Constants.Length == 0 ? "" : $";{Constants}")}</DefineConstants>
          </PropertyGroup>
          <ItemGroup>
            {string.Concat(Packages.Select(package => $"<PackageReference Include=\"{package.Split('/')[0]}\" Version=\"{package.Split('/')[1]}\" />"))}
            {(Language == "fs" ? $"<Compile Include=\"{Fixtures[0]}\" />" : "")}
          </ItemGroup>
        </Project>
        """;
}
