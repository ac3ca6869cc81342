using SpecPush.LocalServer.Contents;
using SpecPush.Reporting;

namespace SpecPush.LocalServer.Pages;

/// <summary>Places of a branch, with their addresses.</summary>
internal static class PlaceLinks
{
    public static PlaceView Find(StoredBranch branch, string place, bool isTest) => new(place, isTest, HostedSource.AddressOf(branch.RepoUri, branch.CommitHash, place));
}
