using SpecPush.LocalServer.Contents;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Endpoints;

/// <summary><c>GET /api/v1/contents</c>: everything that the token's team pushed. The hosted server does not have this endpoint.</summary>
internal sealed class ContentsEndpoint(TokenStore tokens, TeamContentsReader reader)
{
    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var holder = await Authentication.FindHolderAsync(context.Request, tokens, cancellationToken);
            return Results.Ok(Answer(await reader.ReadAsync(holder.TeamId, cancellationToken)));
        }
        catch (RefusalException refusal)
        {
            return Answers.From(refusal);
        }
    }

    private static object Answer(TeamContents contents)
    {
        var names = contents.Implementations.ToDictionary(static implementation => implementation.Id, static implementation => implementation.Name, StringComparer.Ordinal);
        var branches = contents.Branches.ToDictionary(static branch => branch.Id, StringComparer.Ordinal);
        return new
        {
            Implementations = contents.Implementations.SelectMany(
                static implementation => implementation.BranchIds,
                (implementation, branchId) => new
                {
                    implementation.Product,
                    Implementation = implementation.Name,
                    Parent = implementation.ParentId is { } parent ? names[parent] : null,
                    branches[branchId].RepoUri,
                    branches[branchId].BranchName,
                    branches[branchId].CommitHash,
                    BranchId = branchId,
                }),
            contents.Branches,
        };
    }
}
