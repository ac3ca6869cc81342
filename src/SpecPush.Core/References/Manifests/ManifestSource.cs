namespace SpecPush.References.Manifests;

/// <summary>A file of the repository as it was compiled.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Algorithm">What made the checksum.</param>
/// <param name="Checksum">Of the file's bytes, in upper-case hexadecimal digits.</param>
internal sealed record ManifestSource(string Path, ChecksumAlgorithm Algorithm, string Checksum);
