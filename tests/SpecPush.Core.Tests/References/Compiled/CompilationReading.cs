using SpecPush.References.Compiled;

namespace SpecPush.Tests.References.Compiled;

internal static class CompilationReading
{
    extension(TestCompilation compilation)
    {
        public AssemblyReadRequest Request => new()
        {
            AssemblyPath = compilation.AssemblyPath,
            RepositoryRoot = compilation.Repository.Path,
            ProjectPath = "tests/tests.csproj",
            ReferencePaths = [.. compilation.ReferencePaths],
        };

        public AssemblyReading Read() => AssemblyReader.Read(compilation.Request, CancellationToken.None);
    }
}
