using System.Collections.Immutable;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Constants;

/// <summary>The source file with a constant for every requirement of a checkout.</summary>
internal static class AcidConstants
{
    /// <summary>Writes the file unless it holds the same already; answers with the specs that are left out, because they are not valid.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="directory">Absolute path of a folder in the checkout.</param>
    /// <param name="settings">Where specs are.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public static async Task<AcidConstantsResult> WriteAsync(string path, string directory, RawSettings settings, CancellationToken cancellationToken)
    {
        var (pushSettings, findings) = SettingsReader.Read(settings, EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty);
        if (pushSettings is null)
        {
            return new AcidConstantsResult([], findings);
        }

        var repository = Repositories.Open(directory);
        var specFiles = new SpecFiles(repository, pushSettings);
        var (reading, _) = specFiles.Read(specFiles.Find(await ListAsync(repository, cancellationToken)), cancellationToken);
        ImmutableArray<string> invalid =
        [
            .. reading.Findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Location!.Path).Distinct(),
        ];
        return new AcidConstantsResult(invalid, Write(path, Encoding.UTF8.GetBytes(ConstantsSource.Write(reading.Specs, invalid))));
    }

    // What compiles must not depend on git: without it a push is not possible, but the specs are there all the same.
    private static async Task<IEnumerable<string>> ListAsync(IRepository repository, CancellationToken cancellationToken)
    {
        RepositoryListing listing;
        try
        {
            listing = await repository.ListFilesAsync(includeUntracked: true, cancellationToken);
        }
        catch (CheckoutException)
        {
            listing = await new FolderRepository(repository.Root).ListFilesAsync(includeUntracked: true, status: null, cancellationToken);
        }

        return listing.Files.Select(static file => file.Path);
    }

    // The same content keeps its time, so that nothing is compiled anew.
    private static ImmutableArray<Finding> Write(string path, byte[] content)
    {
        try
        {
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            {
                AtomicFile.Write(path, content);
            }

            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [ConstantsFindings.NotWritten(path, exception.Message)];
        }
    }
}

/// <param name="InvalidSpecs">The specs that have no constants, relative to the repository root.</param>
/// <param name="Findings">Why there is no file; what is wrong with specs is not said here.</param>
internal sealed record AcidConstantsResult(ImmutableArray<string> InvalidSpecs, ImmutableArray<Finding> Findings);

/// <summary>What can be said about the file with the constants.</summary>
internal static class ConstantsFindings
{
    public static Finding NotWritten(string path, string reason) => new("SPUSH5021", Severity.Error,
        $"The constants of the specs could not be written to {path}, so nothing that names them can be compiled: {reason}");
}
