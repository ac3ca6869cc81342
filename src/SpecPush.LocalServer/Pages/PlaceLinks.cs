using SpecPush.LocalServer.Contents;
using SpecPush.Reporting;

namespace SpecPush.LocalServer.Pages;

/// <summary>Places on a branch, with links.</summary>
internal static class PlaceLinks
{
    public static PlaceView Find(StoredBranch branch, string place, bool isTest) => new(place, isTest, HostedSource.AddressOf(branch.RepoUri, branch.CommitHash, place));
}
