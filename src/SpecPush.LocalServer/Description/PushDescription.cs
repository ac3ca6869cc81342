using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Description;

/// <summary>The OpenAPI document.</summary>
internal static class PushDescription
{
    private const string Bearer = "bearer";

    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(static options =>
        {
            options.AddDocumentTransformer(static (document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "SpecPush local server", Version = "1.0.0", Description = "The push endpoint of the acai API, to try things out and to test against." };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer },
                };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer(static (schema, context, _) =>
            {
                AddLimits(schema, context.JsonPropertyInfo?.DeclaringType, context.JsonPropertyInfo?.Name, context.ApplicationServices.GetRequiredService<SchemaLimits>());
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(DescribeInvalidValuesAsync);
        });
    }

    public static void Describe(RouteHandlerBuilder push)
    {
        push.WithSummary("Push the specs and references of a branch")
            .Accepts<PushRequest>(MediaTypeNames.Application.Json)
            .Produces<PushResponse>();
        foreach (var status in new[] { 400, 401, 403, 413, 415, 422, 429 })
        {
            push.Produces<ErrorResponse>(status);
        }
    }

    private static void AddLimits(OpenApiSchema schema, Type? type, string? property, SchemaLimits limits)
    {
        switch (type?.Name, property)
        {
            case (nameof(PushRequest), "repo_uri"):
                schema.MaxLength = limits.RepoUri;
                break;
            case (nameof(PushRequest), "specs"):
                schema.MaxItems = limits.Specs;
                break;
            case (nameof(Feature), "description"):
                schema.MaxLength = limits.Description;
                break;
            case (nameof(FeatureMeta), "path"):
                schema.MaxLength = limits.Path;
                break;
            case (nameof(FeatureMeta), "raw_content"):
                schema.MaxLength = limits.RawContent;
                break;
            case (nameof(RequirementDefinition), "requirement"):
                schema.MaxLength = limits.RequirementText;
                break;
            case (nameof(References), "data"):
                schema.MaxProperties = limits.Acids;
                break;
        }
    }

    /// <summary>Schema errors are answered with an array of errors, and all other refusals with an object.</summary>
    private static async Task DescribeInvalidValuesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        document.AddComponent(nameof(SchemaErrorResponse), await context.GetOrCreateSchemaAsync(typeof(SchemaErrorResponse), cancellationToken: cancellationToken));
        operation.Responses!["422"].Content![MediaTypeNames.Application.Json].Schema = new OpenApiSchema
        {
            OneOf = [new OpenApiSchemaReference(nameof(ErrorResponse), document), new OpenApiSchemaReference(nameof(SchemaErrorResponse), document)],
        };
    }
}
